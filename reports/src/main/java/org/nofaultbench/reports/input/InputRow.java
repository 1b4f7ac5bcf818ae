// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Estimate;

/**
 * What one run says of one row.
 *
 * @param key what it is of
 * @param cell the same in a run folder; empty elsewhere
 * @param unit of the figures
 * @param forks in the order of time, of each the figures of its iterations; none of them empty, every figure above 0
 * @param absence why there is none
 * @param cautions what a reader has to know of the figures
 * @param settings how they were measured, where the file says so row by row
 */
@RecordBuilder
public record InputRow(
        RowKey key,
        Optional<CellEntry> cell,
        MetricUnit unit,
        List<List<Double>> forks,
        Optional<NoFigure> absence,
        List<String> cautions,
        Map<String, String> settings)
        implements InputRowBuilder.With {

    /**
     * Why a row has no figures.
     *
     * @param reason in words
     * @param measured whether it was measured all the same, and gave a figure that has no ratio
     */
    public record NoFigure(String reason, boolean measured) {}

    /** Median of the iterations of each fork. */
    public List<Double> figures() {
        return forks.stream().map(Estimate::medianOf).toList();
    }

    /** Whether the run has no figure of it, which it should have. */
    public boolean isLost() {
        return absence.isPresent() && !absence.get().measured();
    }

    /** What each fork costs, so that more is worse. */
    public List<Double> costs() {
        return figures().stream().map(unit::cost).toList();
    }

    /** The same of each iteration. */
    public List<List<Double>> iterationCosts() {
        return mapped(unit::cost);
    }

    /** The same row in another unit; empty where the two units measure other things. */
    public Optional<InputRow> in(MetricUnit other) {
        OptionalDouble factor = unit.factorTo(other);
        return factor.isEmpty()
                ? Optional.empty()
                : Optional.of(withUnit(other).withForks(mapped(figure -> figure * factor.getAsDouble())));
    }

    private List<List<Double>> mapped(UnaryOperator<Double> function) {
        return forks.stream().map(fork -> fork.stream().map(function).toList()).toList();
    }
}
