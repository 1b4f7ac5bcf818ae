// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/**
 * Finds and reads what a user named: a run folder, a folder of runs, or JMH files.
 *
 * @param selection which rows are wanted
 */
public record InputReader(RowSelection selection) {

    private static final String JSON = ".json";
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;

    /** The run itself; of a folder of runs the newest; of a folder of JMH files all of them, one for every module. */
    public RunInput read(Path path) {
        List<Path> files = jmhFilesIn(path);
        return files.isEmpty() || RunFolder.isRunOrHolds(path)
                ? FolderInput.fromRun(RunReader.read(RunFolder.locate(path)), selection)
                : JmhInput.fromResults(
                        name(path.toAbsolutePath().normalize()),
                        files.stream()
                                .flatMap(file -> JmhResultReader.read(file).stream())
                                .flatMap(List::stream),
                        selection);
    }

    /**
     * The newest runs of a folder, by their names, which begin with the time; where the new run is one of them, those before it.
     *
     * @param folder of run folders, or of JMH files or folders of such, whose names are in order of time
     * @param count how many at most
     * @param next what is compared with them and is none of them
     */
    public List<RunInput> last(Path folder, int count, Path next) {
        List<Path> older =
                RunFolder.children(folder, child -> (RunFolder.isRun(child) || isJmh(child)) && isOlder(child, next));
        if (older.isEmpty()) {
            throw new InputException(
                    "folder has no earlier run",
                    "name a folder of runs, or a single run without --baseline-last",
                    Detail.of("path", folder));
        }
        return older.subList(Math.max(0, older.size() - count), older.size()).stream()
                .map(this::read)
                .toList();
    }

    /** Outside of the folder every run in it is older: names of files of two places are in no order. */
    private static boolean isOlder(Path child, Path next) {
        Path newer = (Files.isDirectory(next) ? RunFolder.locate(next).path() : next)
                .toAbsolutePath()
                .normalize();
        Path other = child.toAbsolutePath().normalize();
        return !other.getParent().equals(newer.getParent()) || name(other).compareTo(name(newer)) < 0;
    }

    /** JMH files of a folder, and folders of them, each a run; by name. A file is one run. */
    public static List<Path> jmhRunsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.isRegularFile(folder) ? List.of(folder) : List.of();
        }
        return RunFolder.children(folder, InputReader::isJmh);
    }

    private static boolean isJmh(Path child) {
        return Files.isDirectory(child)
                ? !jmhFilesIn(child).isEmpty()
                : name(child).endsWith(JSON) && Files.isRegularFile(child);
    }

    /**
     * A file itself, and of a folder every JSON file in it and below it, in the order of their paths: one for every module, say.
     * None in a run folder of this suite, whose JSON is its own.
     */
    public static List<Path> jmhFilesIn(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path) || RunFolder.isRun(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path, DEEPEST)) {
            List<Path> found = files.filter(file -> name(file).endsWith(JSON) && Files.isRegularFile(file))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (found.size() > MOST_FILES) {
                throw new InputException(
                        "folder holds too many files",
                        "name a smaller folder",
                        Detail.of("path", path),
                        Detail.of("limit", MOST_FILES));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", path));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
