// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** Writes a whole file or leaves the old one: a page cut short by a full disk looks like a page. */
public final class OutputFile {

    private OutputFile() {}

    public static void write(Path target, String text) {
        Path part = target.toAbsolutePath().resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Quietly: the line that the user gets names what failed first.
            part.toFile().delete();
            throw new InputException(
                    "file cannot be written",
                    "name another place with -o FILE",
                    Detail.of("path", target),
                    Detail.reason(e));
        }
    }

    /** Makes a folder for pages. */
    public static Path makeFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException(
                    "folder cannot be made",
                    "name another place with -o SITE",
                    Detail.of("path", folder),
                    Detail.reason(e));
        }
    }
}
