// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Cell.Build;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.reports.analysis.CellMargin;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.stats.BetweenForks;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.FewForks;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A build against another, cell by cell; the rows are judged together as in a report. Where there are too few rounds, a change
 * beyond what forks may differ by shows all the same, as in {@code compare}.
 *
 * @param rows id of the new build's cell to what its rounds came to, in display order
 */
public record BuildComparison(Map<String, Judgement> rows) {

    static BuildComparison judge(Plan plan, List<ForkRecord> journal, Margin margin) {
        List<ForkRecord> counting = ForkSelection.counting(journal);
        Map<String, PairedRounds> pairs = new LinkedHashMap<>();
        Map<String, FewForks.Row> few = new LinkedHashMap<>();
        Map<String, Margin> margins = new LinkedHashMap<>();
        for (Cell cell : plan.runnable()) {
            if (cell.build().filter(build -> build == Build.NEW).isPresent()) {
                Cell base = cell.withBuild(Build.BASE);
                PairedRounds pair = new PairedRounds(
                        PendingComparison.figures(
                                counting, cell, cell.workload().metric()),
                        PendingComparison.figures(
                                counting, base, base.workload().metric()));
                if (!pair.rounds().isEmpty()) {
                    pairs.put(cell.id(), pair);
                    CellEntry entry = cell.entry(Optional.of(base.id()), "ns/op");
                    margins.put(cell.id(), CellMargin.ofRounds(entry, pair, margin));
                    few.put(
                            cell.id(),
                            new FewForks.Row(List.of(iterations(base, counting)), iterations(cell, counting)));
                }
            }
        }
        Map<String, Judgement> rows = new LinkedHashMap<>(Comparisons.judge(pairs, margins::get));
        few.keySet().removeIf(cell -> rows.get(cell).verdict() != Verdict.TOO_FEW);
        FewForks.judge(few, margins::get, BetweenForks.DEFAULT).forEach((cell, judged) -> {
            if (judged.verdict().isDecided()) {
                rows.put(cell, judged);
            }
        });
        return new BuildComparison(rows);
    }

    private static List<List<Double>> iterations(Cell cell, List<ForkRecord> forks) {
        return forks.stream()
                .filter(fork -> !fork.failed() && fork.cell().equals(cell.id()))
                .map(fork -> fork.samples().get(cell.workload().metric()))
                .toList();
    }

    /** Whether enough rounds were measured for any row to be told from its twin. */
    public boolean decidesAnything() {
        return rows.values().stream().anyMatch(row -> row.verdict() != Verdict.TOO_FEW);
    }

    public long count(Verdict verdict) {
        return rows.values().stream().filter(row -> row.verdict() == verdict).count();
    }

    public List<String> lines() {
        return Decisions.lines(
                rows.entrySet(), Map.Entry::getKey, row -> Decisions.text(row.getValue(), " (no interval)"));
    }
}
