// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shared library of strategies from outside ({@code nofault_strategy.h}), loaded into this process. Which ones is said by
 * {@link #PROPERTY}, so that forks load the same.
 *
 * @param file where it lies, an absolute path
 * @param sha256 of the file, in lower-case hexadecimal
 * @param strategies how many rows it added to the registry
 */
public record StrategyLibrary(Path file, String sha256, int strategies) {

    /** System property with the paths, separated as those of a class path are. */
    public static final String PROPERTY = "nofault.strategy.libraries";

    /** How the note of its strategies begins. */
    static final String NOTE = "from the strategy library ";

    private static final int PROBLEM_BYTES = 512;

    /** Has the library that is loaded next load FILE too; it is only looked at then. */
    public static void name(Path file) {
        String others = System.getProperty(PROPERTY, "");
        String path = file.toAbsolutePath().toString();
        System.setProperty(PROPERTY, others.isEmpty() ? path : others + File.pathSeparator + path);
    }

    /** The options that have a program in C load the same; empty where there are none. */
    public static List<String> programOptions() {
        return named().stream().map(path -> "--strategy-library=" + path).toList();
    }

    /** The arguments that have another JVM load the same; empty where there are none. */
    public static List<String> jvmArguments() {
        return named().isEmpty() ? List.of() : List.of("-D" + PROPERTY + "=" + System.getProperty(PROPERTY));
    }

    private static List<String> named() {
        return Arrays.stream(System.getProperty(PROPERTY, "").split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** Loads those that are named, in order. An unusable one is an {@link UnusableLibraryException}. */
    static List<StrategyLibrary> loadNamed() {
        List<StrategyLibrary> loaded = new ArrayList<>();
        named().forEach(path -> loaded.add(load(Path.of(path))));
        return List.copyOf(loaded);
    }

    private static StrategyLibrary load(Path file) {
        try (Memory problem = new Memory(PROBLEM_BYTES)) {
            int added = LibNofault.nfb_load_strategies(file.toString(), problem, PROBLEM_BYTES);
            if (added < 0) {
                throw new UnusableLibraryException(problem.getString(0, StandardCharsets.US_ASCII.name()));
            }
            return new StrategyLibrary(file, NativeFiles.sha256(List.of(file)), added);
        }
    }

    /** What is to be known of its strategies' figures. */
    String note() {
        return NOTE + printable(file.getFileName().toString()) + ", SHA-256 " + sha256;
    }

    private static String printable(String name) {
        return name.replaceAll("[^ -~]", "?");
    }
}
