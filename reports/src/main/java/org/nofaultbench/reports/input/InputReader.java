// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nofaultbench.reports.jmh.JmhFile;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/** Finds and reads what a user named: a run folder, a folder of runs, or a JMH file. */
public final class InputReader {

    private static final String MANIFEST = "manifest.json";

    private final RowSelection selection;

    public InputReader(RowSelection selection) {
        this.selection = selection;
    }

    /** The run itself; of a folder of runs the newest; of a folder of JMH files all of them, one for every module. */
    public RunInput read(Path path) {
        List<Path> files = JmhFile.allIn(path);
        if (files.isEmpty() || RunFolder.isRunOrHolds(path)) {
            return FolderInput.fromRun(RunReader.read(RunFolder.locate(path)), selection);
        }
        return JmhInput.fromEntries(
                name(path.toAbsolutePath().normalize()),
                files.stream().flatMap(file -> JmhFile.read(file).stream()).toList(),
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
        List<Path> older = children(folder, child -> Files.exists(child.resolve(MANIFEST)) || isJmh(child)).stream()
                .filter(child -> isOlder(child, next))
                .sorted(Comparator.comparing(InputReader::name).reversed())
                .limit(count)
                .sorted(Comparator.comparing(InputReader::name))
                .toList();
        if (older.isEmpty()) {
            throw new InputException(
                    "folder has no earlier run",
                    "name a folder of runs, or a single run without" + " --baseline-last",
                    Detail.of("path", folder));
        }
        return older.stream().map(this::read).toList();
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
        return children(folder, InputReader::isJmh).stream()
                .sorted(Comparator.comparing(InputReader::name))
                .toList();
    }

    private static boolean isJmh(Path child) {
        return Files.isDirectory(child)
                ? !JmhFile.allIn(child).isEmpty()
                : name(child).endsWith(".json") && Files.isRegularFile(child);
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(wanted).toList();
        } catch (IOException e) {
            throw new InputException("folder cannot be read", "name a folder of runs", Detail.of("path", folder));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
