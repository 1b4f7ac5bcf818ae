// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        return new PendingComparison(
                cell,
                baseline,
                cell.pairMeasurement(baseline)
                        .map(measurement -> new PairSpec(
                                cell.strategy().orElseThrow().id(),
                                baseline.strategy().orElseThrow().id(),
                                measurement)));
    }

    /** As the manifest has it; its unit does not matter here. */
    CellEntry entry() {
        return cell.entry(Optional.of(baseline.id()), "ns/op");
    }

    List<Cell> cells() {
        return pair.isPresent() ? List.of(cell) : List.of(cell, baseline);
    }

    /** The rounds up to one, of the forks that count. */
    PairedRounds rounds(List<ForkRecord> counting, int last) {
        Map<Integer, Double> candidate = new TreeMap<>();
        Map<Integer, Double> control = new TreeMap<>();
        for (ForkRecord fork : counting) {
            if (!fork.failed() && fork.round() <= last && fork.inOneProcess() == pair.isPresent()) {
                add(fork, candidate, control);
            }
        }
        return new PairedRounds(candidate, control);
    }

    private void add(ForkRecord fork, Map<Integer, Double> candidate, Map<Integer, Double> control) {
        if (fork.cell().equals(cell.id())) {
            candidate.put(fork.round(), figure(fork, cell.workload().metric()));
            if (pair.isPresent()) {
                control.put(fork.round(), figure(fork, ForkRecord.BASELINE));
            }
        } else if (pair.isEmpty() && fork.cell().equals(baseline.id())) {
            control.put(fork.round(), figure(fork, baseline.workload().metric()));
        }
    }

    private static double figure(ForkRecord fork, String metric) {
        return Estimate.medianOf(fork.samples().get(metric));
    }
}
