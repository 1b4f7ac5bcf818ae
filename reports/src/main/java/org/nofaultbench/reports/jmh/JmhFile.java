// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * A file that JMH wrote with {@code -rf json}, of any project and of any version from 1.10 on. It comes from strangers as a run
 * folder does, and is refused with one line where it is not whole.
 */
public final class JmhFile {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;

    private JmhFile() {}

    /**
     * A file itself, and of a folder every JSON file in it and below it, in the order of their paths: one for every module, say.
     * None in a run folder of this suite, whose JSON is its own.
     */
    public static List<Path> allIn(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path) || Files.exists(path.resolve("manifest.json"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path, DEEPEST)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file))
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

    public static List<JmhEntry> read(Path path) {
        SourceFile file = new SourceFile(path);
        List<JmhEntry> entries = new ArrayList<>();
        Json.elements(file, file.bytes(Limits.JMH_BYTES), document -> {
            if (entries.size() >= Limits.ENTRIES) {
                throw file.refused("too many results", "split the file", Detail.of("limit", Limits.ENTRIES));
            }
            entries.add(new JmhEntryReader(document).entry());
        });
        if (entries.isEmpty()) {
            throw file.refused("file holds no result", "name a file that JMH wrote with -rf json");
        }
        return List.copyOf(entries);
    }
}
