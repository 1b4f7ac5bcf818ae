// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyLibrary;

/** The JVM arguments of every fork. */
public final class ForkJvm {

    private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";
    private static final int WARNS_OF_NATIVE_ACCESS = 22;
    private static final int WARNS_OF_UNSAFE = 24;

    private ForkJvm() {}

    /**
     * Every argument: those of {@link #tuning} and where the native files lie.
     *
     * @param loopInJava whether the fork may be asked to read by a loop in Java
     */
    public static List<String> arguments(boolean loopInJava) {
        List<String> arguments = new ArrayList<>(forLoop(tuning(), loopInJava));
        arguments.addAll(filesIn(NofaultLibrary.load().directory()));
        return arguments;
    }

    /** Where a fork finds the native files without unpacking them, and what JNA needs to do the same. */
    static List<String> filesIn(Path nativeFiles) {
        List<String> arguments = new ArrayList<>(StrategyLibrary.jvmArguments());
        arguments.add("-D" + NativeFiles.DIRECTORY_PROPERTY + "=" + nativeFiles);
        arguments.addAll(NativeFiles.jnaOptions(nativeFiles));
        return arguments;
    }

    /**
     * What bears on a figure, and is published with it. A fork lives for half a second and its work is in C: a small
     * heap and the first compiler alone start sooner and leave both cores to the reader and the client.
     */
    static List<String> tuning() {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", FIRST_COMPILER_ALONE, "-XX:+IgnoreUnrecognizedVMOptions"));
        arguments.addAll(accessArguments());
        return arguments;
    }

    /**
     * Where the loop is Java's, the second compiler makes what is measured: by the first, reading takes several times
     * as long as any program would.
     */
    static List<String> forLoop(List<String> tuning, boolean loopInJava) {
        return tuning.stream()
                .filter(argument -> !(loopInJava && argument.equals(FIRST_COMPILER_ALONE)))
                .toList();
    }

    /** Newer JDKs warn about what JNA and JMH do, in the middle of the fork's output, unless it is allowed by name. */
    static List<String> accessArguments() {
        int feature = Runtime.version().feature();
        List<String> arguments = new ArrayList<>();
        if (feature >= WARNS_OF_NATIVE_ACCESS) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= WARNS_OF_UNSAFE) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments;
    }
}
