// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.document.Sentence;

/**
 * Instructions that a lost page takes, counted in the kernel lab on an emulated CPU: the only figures of the kernel flag that a
 * machine without it can show. Read from {@code lab/evidence.txt} beside the run folder.
 */
final class LabCounts {

    private static final String TABLE = "Instructions of a lost page";
    private static final long MOST_BYTES = 1 << 20;

    private LabCounts() {}

    /** One line; empty where there is no lab, or not the table that is looked for. */
    static Optional<Sentence> besideRun(Path run) {
        Path file = run.toAbsolutePath().normalize().resolveSibling("lab").resolve("evidence.txt");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return line(Files.readString(file, StandardCharsets.US_ASCII).lines().toList());
        } catch (IOException e) {
            // The line is a service: a run is reported without it, too.
            return Optional.empty();
        }
    }

    private static Optional<Sentence> line(List<String> lines) {
        int start = lines.indexOf(TABLE);
        if (start < 0 || start + 2 > lines.size()) {
            return Optional.empty();
        }
        List<String> kernels = List.of(lines.get(start + 1).strip().split(" +"));
        Map<String, Map<String, String>> counts = new LinkedHashMap<>();
        for (String line : lines.subList(start + 2, lines.size())) {
            String[] cells = line.strip().split(" +");
            if (cells.length != kernels.size() + 1) {
                break;
            }
            Map<String, String> byKernel = new LinkedHashMap<>();
            kernels.forEach(kernel -> byKernel.put(kernel, cells[kernels.indexOf(kernel) + 1]));
            counts.put(cells[0], byKernel);
        }
        return Optional.ofNullable(text(counts)).map(Sentence::join);
    }

    private static String text(Map<String, Map<String, String>> counts) {
        Map<String, String> flag = counts.getOrDefault("nofault-private", Map.of());
        Map<String, String> guard = counts.getOrDefault("guard-libwayland", Map.of());
        List<String> needed = Arrays.asList(flag.get("next"), flag.get("2021"), guard.get("next"));
        boolean whole = needed.stream().allMatch(count -> count != null && count.matches("[0-9]{1,9}([.][0-9])?"));
        return whole
                ? "Kernel flag, instructions per lost page: " + needed.get(0) + " (series of this project), " + needed.get(1)
                        + " (proposal of 2021), " + needed.get(2)
                        + " under libwayland's algorithm. Counted on an emulated CPU in results/lab, not here."
                : null;
    }
}
