// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Estimate;

/**
 * A cell with what was measured of it.
 *
 * @param cell as planned
 * @param standIn whether its strategy stands in for another
 * @param control whether other cells are compared with it
 * @param figures round to fork figure, in the cell's unit; empty where there is none
 * @param failed forks that gave no figure
 * @param absence why there is no figure; empty where there is one
 * @param comparison with the baseline; empty for a control, without a baseline and where one of the two has no figure
 */
public record CellResult(
        CellEntry cell,
        boolean standIn,
        boolean control,
        Map<Integer, Double> figures,
        List<ForkRecord> failed,
        Optional<Absence> absence,
        Optional<Comparison> comparison) {

    /** The cell's figure, in its unit. */
    public Optional<Estimate> figure() {
        return figure(DoubleUnaryOperator.identity());
    }

    /** The figure in another unit, estimated anew from the converted forks: a median of inverses is not always the inverse. */
    public Optional<Estimate> figure(DoubleUnaryOperator converted) {
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(Estimate.of(figures.values().stream().map(converted::applyAsDouble).toList()));
    }

    /** What stands in the row's first column. */
    public String rowName() {
        return cell.strategy() == null ? cell.workload() : cell.strategy();
    }

    CellResult comparedBy(Comparison with) {
        return new CellResult(cell, standIn, control, figures, failed, absence, Optional.of(with));
    }
}
