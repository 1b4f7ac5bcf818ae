// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;

/**
 * Which disturbed forks are run again. On a quiet machine that is one in a hundred; where everything is disturbed, repeating
 * helps little, so that it may take no more than a part of the time.
 */
final class Repeats {

    private static final int MOST_ATTEMPTS = 3;

    private static final int SHARE = 5;

    private Repeats() {}

    /** Cells of a round whose figure rests on a disturbed fork and that have an attempt left, the most disturbed first. */
    static List<String> wanted(int round, List<ForkRecord> forks) {
        List<ForkRecord> own =
                forks.stream().filter(fork -> fork.round() == round).toList();
        return ForkSelection.counting(own).stream()
                .filter(fork -> !fork.failed() && fork.disturbed() && attempts(fork.cell(), own) < MOST_ATTEMPTS)
                .sorted(Comparator.comparingDouble(ForkRecord::excess).reversed())
                .map(ForkRecord::cell)
                .toList();
    }

    /** Whether one more leaves them within their share of the run, and the run within its time. */
    static boolean affordable(List<ForkRecord> forks, long budgetMs) {
        Set<List<Object>> places = new HashSet<>();
        long spentMs = 0;
        long repeatedMs = 0;
        for (ForkRecord fork : forks) {
            spentMs += fork.durationMs();
            repeatedMs += places.add(List.of(fork.round(), fork.cell())) ? 0 : fork.durationMs();
        }
        return spentMs < budgetMs && repeatedMs * SHARE <= spentMs;
    }

    private static long attempts(String cell, List<ForkRecord> round) {
        return round.stream().filter(fork -> fork.cell().equals(cell)).count();
    }
}
