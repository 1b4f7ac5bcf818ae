// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import com.sun.jna.Function;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.nativelib.NativeFiles;

/**
 * Has the JVM warn about JMH 1.37 where nobody reads it. JDK 24 and later warn once in a process when JMH asks for a
 * field's offset (JEP 498). Forks are allowed it by an option; the process that the user starts cannot be, and four
 * lines would stand in the middle of the progress. The JVM writes them past {@link System#err}, to the descriptor, so
 * it is the descriptor that leads nowhere meanwhile.
 */
public final class QuietJmh {

    private static final int WARNS_SINCE = 24;
    private static final String WARNED_ABOUT = "org.openjdk.jmh.infra.BenchmarkParams";
    private static final int STDERR = 2;
    private static final int O_WRONLY = 1;

    private QuietJmh() {}

    /** open(2), dup(2), dup2(2), close(2). */
    private static int call(String function, Object... arguments) {
        return Function.getFunction("c", function).invokeInt(arguments);
    }

    /** A {@link UserError} where this JVM denies JMH {@code sun.misc.Unsafe}, or JNA native access. */
    public static void load() {
        if (Runtime.version().feature() >= WARNS_SINCE) {
            try {
                loadWithoutStderr();
            } catch (LinkageError e) {
                throw new UserError(
                        "JMH does not load in this JVM: reason=" + e.getCause()
                                + "; start Java with --sun-misc-unsafe-memory-access=allow"
                                + " --enable-native-access=ALL-UNNAMED",
                        e);
            }
        }
    }

    private static void loadWithoutStderr() {
        NativeFiles.prepareJna();
        int stderr = call("dup", STDERR);
        int nowhere = call("open", "/dev/null", O_WRONLY);
        call("dup2", nowhere, STDERR);
        try {
            Class.forName(WARNED_ABOUT);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this build holds no JMH: class=" + WARNED_ABOUT, e);
        } finally {
            call("dup2", stderr, STDERR);
            call("close", nowhere);
            call("close", stderr);
        }
    }
}
