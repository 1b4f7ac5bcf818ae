// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Plural;

/** Which limits of noise did how many forks exceed, and what became of them? */
final class DisturbedForks {

    private DisturbedForks() {}

    /** A sentence, and a row for each limit that was exceeded. */
    static List<Block> of(List<ForkRecord> forks) {
        List<ForkRecord> disturbed = forks.stream().filter(ForkRecord::disturbed).toList();
        if (disturbed.isEmpty()) {
            return List.of(new Prose("No fork is marked as disturbed."));
        }
        return List.of(new Prose(sentence(forks, disturbed.size())), table(disturbed));
    }

    private static String sentence(List<ForkRecord> forks, int disturbed) {
        List<ForkRecord> counting = ForkSelection.counting(forks);
        int repeats = forks.size() - counting.size();
        long kept = counting.stream().filter(ForkRecord::disturbed).count();
        return disturbed + " of " + Plural.of(forks.size(), "fork", "forks") + " went beyond a limit; "
                + Plural.of(repeats, "repeat was", "repeats were") + " made. The last undisturbed fork of a cell in a round counts. "
                + (kept == 0 ? "Every figure rests on one." : Plural.of((int) kept, "figure rests", "figures rest")
                        + " on the least disturbed one, since no other was left.");
    }

    private static Table table(List<ForkRecord> disturbed) {
        Map<String, List<Disturbance>> byLimit = new LinkedHashMap<>();
        disturbed.forEach(fork -> fork.disturbances().forEach(limit ->
                byLimit.computeIfAbsent(limit.what(), what -> new ArrayList<>()).add(limit)));
        List<Table.Row> rows = byLimit.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
        return new Table("Forks beyond a limit", "what is limited", List.of("forks", "limit", "worst"), rows);
    }

    /** Some limits depend on what is usual in the run or the cell: then the one beside the worst is shown. */
    private static Table.Row row(String what, List<Disturbance> exceeded) {
        Disturbance worst = exceeded.stream().max((a, b) -> Double.compare(a.excess(), b.excess())).orElseThrow();
        return Table.Row.of(what, String.valueOf(exceeded.size()), Numbers.significant(worst.limit()),
                Numbers.significant(worst.seen()));
    }
}
