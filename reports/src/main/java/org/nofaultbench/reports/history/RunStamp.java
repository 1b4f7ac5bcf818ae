// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nofaultbench.reports.model.RunFolder;

/** Sizes and times of the files that figures come from: while they stay the same, a run need not be read again. */
final class RunStamp {

    private static final List<String> FILES = List.of("manifest.json", "environment.json", "rounds.jsonl");
    private static final String ABSENT = "-";

    private RunStamp() {}

    static String of(RunFolder folder) {
        StringBuilder stamp = new StringBuilder();
        FILES.forEach(name -> stamp.append(of(folder.path().resolve(name))).append(' '));
        return stamp.toString();
    }

    private static String of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.size() + "@" + found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
