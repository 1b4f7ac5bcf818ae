// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.stats.Verdict;

/** How often trials came to which verdict, and how long it took them. */
public final class TrialsText {

    private TrialsText() {}

    /** One line for a trial that is over. */
    public static String line(int number, int of, PairTrial trial) {
        return "trial " + number + "/" + of + "  " + trial.rows().entrySet().stream()
                .map(row -> row.getKey() + "  " + Words.ratio(row.getValue().judgement().ratio()) + "  "
                        + Words.verdict(row.getValue().judgement()) + "  " + row.getValue().forks() + " forks  "
                        + Words.seconds(row.getValue().taken()))
                .collect(Collectors.joining("; "));
    }

    /** The counts of each size; at least one trial. */
    public static List<String> summary(List<PairTrial> trials) {
        return trials.get(0).rows().keySet().stream()
                .map(size -> size + "  " + trials.size() + " trials  " + counts(rows(trials, size)) + "; decided after "
                        + times(rows(trials, size)))
                .toList();
    }

    private static List<DuelRow> rows(List<PairTrial> trials, String size) {
        return trials.stream().map(trial -> trial.rows().get(size)).toList();
    }

    private static String counts(List<DuelRow> rows) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> verdict.label() + " "
                        + rows.stream().filter(row -> row.judgement().verdict() == verdict).count())
                .collect(Collectors.joining(", "));
    }

    /** Of those that were decided: least, lower quartile, median, upper quartile, most. */
    private static String times(List<DuelRow> rows) {
        List<Duration> taken = rows.stream()
                .filter(row -> row.judgement().verdict().isDecided())
                .map(DuelRow::taken)
                .sorted()
                .toList();
        return taken.isEmpty() ? "none" : Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                .map(share -> Words.seconds(taken.get((int) Math.round(share * (taken.size() - 1)))))
                .collect(Collectors.joining(" / ", "", " (least / quartile / median / quartile / most)"));
    }
}
