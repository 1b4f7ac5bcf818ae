// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** Cells that were measured beside their baseline, in turn within one process: the ratio is that of the fork. */
final class PairedForks {

    /** Metric of the paired forks of a cell whose figure other forks gave. */
    static final String CANDIDATE = "candidateNs";

    private PairedForks() {}

    /** The cell and what ran beside it; empty where its forks held it alone. */
    static Optional<PairedRounds> pair(CellResult cell) {
        return Optional.ofNullable(cell.metrics().get(ForkRecord.BASELINE))
                .map(baseline -> new PairedRounds(cell.metrics().getOrDefault(CANDIDATE, cell.figures()), baseline));
    }

    /** A cell beside another: within its forks where these held both, by round otherwise. */
    static PairedRounds against(CellResult other, CellResult cell) {
        return pair(cell)
                .filter(pair -> other.cell().id().equals(cell.cell().baseline()))
                .orElseGet(() -> new PairedRounds(cell.figures(), other.figures()));
    }

    /**
     * A baseline that had no fork of its own gets as figure of a round the median of what it took beside the others. Other cells
     * stay as they are.
     */
    static CellResult baseline(CellResult cell, Collection<CellResult> all) {
        if (cell.cell().skipped() || !cell.figures().isEmpty() || !cell.failed().isEmpty()) {
            return cell;
        }
        Map<Integer, List<Double>> beside = new TreeMap<>();
        all.stream()
                .filter(other -> cell.cell().id().equals(other.cell().baseline()))
                .flatMap(other -> pair(other).stream())
                .forEach(pair -> pair.baseline()
                        .forEach((round, ns) -> beside.computeIfAbsent(round, first -> new ArrayList<>())
                                .add(ns)));
        Map<Integer, Double> figures = new TreeMap<>();
        beside.forEach((round, ns) -> figures.put(round, Estimate.medianOf(ns)));
        return figures.isEmpty() ? cell : cell.withFigures(figures);
    }
}
