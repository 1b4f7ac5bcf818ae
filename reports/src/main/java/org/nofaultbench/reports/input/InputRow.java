// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.stats.Estimate;

/**
 * What one run says of one row.
 *
 * @param key what it is of
 * @param unit of the figures
 * @param forks in the order of time, of each the figures of its iterations; none of them empty, every figure above 0
 * @param absence why there is none
 * @param cautions what a reader has to know of the figures
 * @param settings how they were measured, where the file says so row by row
 */
public record InputRow(
        RowKey key,
        MetricUnit unit,
        List<List<Double>> forks,
        Optional<NoFigure> absence,
        List<String> cautions,
        Map<String, String> settings) {

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

    InputRow under(RowKey other) {
        return new InputRow(other, unit, forks, absence, cautions, settings);
    }

    InputRow with(String caution) {
        List<String> more = Stream.concat(cautions.stream(), Stream.of(caution)).toList();
        return new InputRow(key, unit, forks, absence, more, settings);
    }
}
