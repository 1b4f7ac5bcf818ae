// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of one run.
 *
 * @param path holds {@code manifest.json}
 */
public record RunFolder(Path path) {

    private static final String MANIFEST = "manifest.json";
    private static final String ADVICE = "name a folder that holds manifest.json, or a folder of such";

    /**
     * The folder itself where it is a run, otherwise the newest run in it. Names begin with the UTC of the start, so the last
     * name in order is the newest run; file times would change with every copy.
     */
    public static RunFolder locate(Path path) {
        checkFolder(path, "no such run folder");
        if (isRun(path)) {
            return new RunFolder(path);
        }
        List<RunFolder> runs = allIn(path);
        return runs.get(runs.size() - 1);
    }

    /** Every run of a folder in the order of their names, which is that of time; at least one. */
    public static List<RunFolder> allIn(Path path) {
        List<RunFolder> runs =
                children(path, RunFolder::isRun).stream().map(RunFolder::new).toList();
        if (runs.isEmpty()) {
            throw new InputException("no run in folder", ADVICE, Detail.of("path", path));
        }
        return runs;
    }

    /** The wanted files and folders in a folder, in the order of their names. */
    public static List<Path> children(Path folder, Predicate<Path> wanted) {
        checkFolder(folder, "no such folder");
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(wanted)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", folder));
        }
    }

    private static void checkFolder(Path path, String problem) {
        if (!Files.isDirectory(path)) {
            throw new InputException(problem, ADVICE, Detail.of("path", path));
        }
    }

    /** Whether this is a run, or a folder with a run in it. */
    public static boolean isRunOrHolds(Path path) {
        return Files.isDirectory(path)
                && (isRun(path) || !children(path, RunFolder::isRun).isEmpty());
    }

    /** Whether this is a run. */
    public static boolean isRun(Path path) {
        return Files.exists(path.resolve(MANIFEST));
    }

    /** The folder's own name, also where it was given as {@code .}. */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    SourceFile manifest() {
        return new SourceFile(path.resolve(MANIFEST));
    }

    SourceFile environment() {
        return new SourceFile(path.resolve("environment.json"));
    }

    SourceFile journal() {
        return new SourceFile(path.resolve("rounds.jsonl"));
    }

    SourceFile latencies() {
        return new SourceFile(path.resolve("latency.hlog"));
    }
}
