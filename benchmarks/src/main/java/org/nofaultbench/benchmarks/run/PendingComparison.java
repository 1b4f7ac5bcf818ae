// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * A comparison that is to be decided.
 *
 * @param cell what is compared
 * @param baseline with what
 * @param pair what both take turns at; empty where each needs a fork of its own
 */
record PendingComparison(Cell cell, Cell baseline, Optional<PairSpec> pair) {

    /** In turns where both can take them. */
    static PendingComparison between(Cell cell, Cell baseline) {
        Optional<PairSpec> pair =
                cell.pairMeasurement(baseline).map(turns -> new PairSpec(strategy(cell), strategy(baseline), turns));
        return new PendingComparison(cell, baseline, pair);
    }

    private static String strategy(Cell cell) {
        return cell.strategy().orElseThrow().id();
    }

    /** As the manifest has it; its unit does not matter here. */
    CellEntry entry() {
        return cell.entry(Optional.of(baseline.id()), "ns/op");
    }

    List<Cell> cells() {
        return pair.isPresent() ? List.of(cell) : List.of(cell, baseline);
    }

    /**
     * What its forks cost, least first: turns of accesses that are alike, other turns, then JMH forks of loops in C, of loops in
     * Java, which wait for a compiler, and of what keeps the pace of a screen.
     */
    int costClass() {
        if (pair.isPresent()) {
            return pair.get().measurement().kind().isSteady() ? 0 : 1;
        }
        return cell.workload().isPaced() ? 4 : cell.inJava() ? 3 : 2;
    }

    /** The rounds up to one, of the forks that count. */
    PairedRounds rounds(List<ForkRecord> counting, int last) {
        List<ForkRecord> forks = counting.stream()
                .filter(fork -> fork.round() <= last && fork.inOneProcess() == pair.isPresent())
                .toList();
        return new PairedRounds(
                figures(forks, cell, cell.workload().metric()),
                pair.isPresent()
                        ? figures(forks, cell, ForkRecord.BASELINE)
                        : figures(forks, baseline, baseline.workload().metric()));
    }

    /** Round to the median of its iterations, of the forks that did not fail. */
    static Map<Integer, Double> figures(List<ForkRecord> counting, Cell cell, String metric) {
        return counting.stream()
                .filter(fork -> !fork.failed() && fork.cell().equals(cell.id()))
                .collect(Collectors.toMap(
                        ForkRecord::round,
                        fork -> Estimate.medianOf(fork.samples().get(metric))));
    }
}
