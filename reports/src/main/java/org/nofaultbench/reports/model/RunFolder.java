// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one run.
 *
 * @param path holds {@code manifest.json}
 */
public record RunFolder(Path path) {

    private static final String MANIFEST = "manifest.json";

    /**
     * The folder itself where it is a run, otherwise the newest run in it. Names begin with the UTC of the start, so the last
     * name in order is the newest run; file times would change with every copy.
     */
    public static RunFolder locate(Path path) {
        if (!Files.isDirectory(path)) {
            throw new InputException(
                    "no such run folder",
                    "name a folder that holds manifest.json, or a folder of such",
                    Detail.of("path", path));
        }
        return isRun(path) ? new RunFolder(path) : newestIn(path);
    }

    private static RunFolder newestIn(Path path) {
        try (Stream<Path> children = Files.list(path)) {
            Optional<Path> newest = children.filter(RunFolder::isRun).max(Comparator.comparing(RunFolder::name));
            return newest.map(RunFolder::new)
                    .orElseThrow(() -> new InputException(
                            "no run in folder",
                            "name a folder that holds manifest.json, or a folder of such",
                            Detail.of("path", path)));
        } catch (IOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", path));
        }
    }

    /** Every run of a folder in the order of their names, which is that of time. */
    public static List<RunFolder> allIn(Path path) {
        if (!Files.isDirectory(path)) {
            throw new InputException("no such folder", "name a folder of run folders", Detail.of("path", path));
        }
        try (Stream<Path> children = Files.list(path)) {
            List<RunFolder> runs = children.filter(RunFolder::isRun)
                    .sorted(Comparator.comparing(RunFolder::name))
                    .map(RunFolder::new)
                    .toList();
            if (runs.isEmpty()) {
                throw new InputException(
                        "no run in folder",
                        "name a folder of folders that hold manifest.json",
                        Detail.of("path", path));
            }
            return runs;
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", path));
        }
    }

    /** Whether this is a run, or a folder with a run in it. */
    public static boolean isRunOrHolds(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return isRun(path) || children.anyMatch(RunFolder::isRun);
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", path));
        }
    }

    private static boolean isRun(Path path) {
        return Files.exists(path.resolve(MANIFEST));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** The folder's own name, also where it was given as {@code .}. */
    public String name() {
        return name(path.toAbsolutePath().normalize());
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
