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
        Path folder = target.toAbsolutePath().getParent();
        Path part = folder.resolve("." + target.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(part);
            throw new InputException(
                    "file cannot be written",
                    "name another place with -o FILE",
                    Detail.of("path", target),
                    Detail.reason(e));
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The line that the user gets names the write that failed first.
            return;
        }
    }
}
