// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Progress: one line that is rewritten where somebody watches, a plain line now and then elsewhere. */
public final class Terminal {

    private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(10);
    private static final String ERASE_REST_OF_LINE = "\033[K";

    private final PrintStream out;
    private final boolean watched;
    private Duration lastPlainLine = Duration.ZERO;

    /** @param watched whether {@code out} is a terminal */
    public Terminal(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    /** System.console() says so on older JDKs only. */
    public static boolean isStandardOutput() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("/dev/pts/");
        } catch (IOException e) {
            return false;
        }
    }

    /** Rewrites the line; does nothing elsewhere. */
    public void rewrite(String line) {
        if (watched) {
            out.print("\r" + line + ERASE_REST_OF_LINE);
            out.flush();
        }
    }

    /**
     * Rewrites the line; elsewhere prints it where the last one is ten seconds old.
     *
     * @param elapsed since the work began; less than before where it began anew
     * @param isLast whether it is printed in any case
     */
    public void show(String line, Duration elapsed, boolean isLast) {
        if (elapsed.compareTo(lastPlainLine) < 0) {
            lastPlainLine = Duration.ZERO;
        }
        if (watched) {
            rewrite(line);
        } else if (isLast || elapsed.minus(lastPlainLine).compareTo(BETWEEN_PLAIN_LINES) >= 0) {
            lastPlainLine = elapsed;
            out.println(line);
        }
    }
}
