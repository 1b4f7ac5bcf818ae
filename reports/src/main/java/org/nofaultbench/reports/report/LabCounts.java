// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/**
 * Instructions that a lost page takes, counted in the kernel lab on an emulated CPU: the only figures of the kernel flag that a
 * machine without it can show. Read from {@code lab/evidence.txt} beside the run folder.
 */
final class LabCounts {

    private static final String TABLE = "Instructions of a lost page";
    private static final String COUNT = "[0-9]{1,9}([.][0-9])?";
    private static final long MOST_BYTES = 1 << 20;

    private LabCounts() {}

    /** One line; empty where there is no lab, or not the table that is looked for. */
    static Optional<Sentence> besideRun(Path run) {
        Path file = run.toAbsolutePath().normalize().resolveSibling("lab").resolve("evidence.txt");
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? sentence(Files.readAllLines(file, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            // The line is a service: a run is reported without it, too.
            return Optional.empty();
        }
    }

    private static Optional<Sentence> sentence(List<String> lines) {
        int title = lines.indexOf(TABLE);
        List<List<String>> rows = new ArrayList<>();
        if (title >= 0) {
            lines.stream()
                    .skip(title + 1)
                    .map(line -> Arrays.asList(line.strip().split(" +")))
                    .takeWhile(
                            row -> rows.isEmpty() || row.size() == rows.get(0).size() + 1)
                    .forEach(rows::add);
        }
        return count(rows, "nofault-private", "next")
                .flatMap(
                        series -> count(rows, "nofault-private", "2021")
                                .flatMap(
                                        proposal -> count(rows, "guard-libwayland", "next")
                                                .map(
                                                        guard -> Sentence.join(
                                                                "Kernel flag, instructions per lost page: ",
                                                                series,
                                                                " (series of this project), ",
                                                                proposal,
                                                                " (proposal of 2021), ",
                                                                guard,
                                                                " under libwayland's algorithm. Counted on an emulated CPU in results/lab, not here."))));
    }

    /** The first row names the kernels, every other one begins with its strategy. */
    private static Optional<Value> count(List<List<String>> rows, String strategy, String kernel) {
        return rows.stream()
                .filter(row -> row.get(0).equals(strategy) && rows.get(0).contains(kernel))
                .map(row -> row.get(rows.get(0).indexOf(kernel) + 1))
                .filter(count -> count.matches(COUNT))
                .findFirst()
                .map(count -> Value.plain(
                        new Origin(Statistic.LAB, strategy + " " + kernel),
                        Double.parseDouble(count),
                        "instructions",
                        count));
    }
}
