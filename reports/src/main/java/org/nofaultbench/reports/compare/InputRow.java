// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run says of one row.
 *
 * @param key what it is of
 * @param unit of the figures
 * @param figures one a fork in the order of time, finite and above 0; empty where there is none
 * @param absence why there is none
 * @param cautions what a reader has to know of the figures
 * @param settings how they were measured, where the file says so row by row
 */
public record InputRow(
        RowKey key,
        MetricUnit unit,
        List<Double> figures,
        Optional<String> absence,
        List<String> cautions,
        Map<String, String> settings) {

    public InputRow {
        figures = List.copyOf(figures);
        cautions = List.copyOf(cautions);
    }

    InputRow under(RowKey other) {
        return new InputRow(other, unit, figures, absence, cautions, settings);
    }
}
