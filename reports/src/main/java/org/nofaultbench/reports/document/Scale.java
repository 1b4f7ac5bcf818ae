// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.nofaultbench.reports.analysis.CellResult;

/**
 * The unit in which figures are shown.
 *
 * @param unit symbol, such as {@code ms}
 * @param perUnit how many of the figures' own unit make one of this
 * @param decimals places after the point, -1 for four significant digits
 */
public record Scale(String unit, double perUnit, int decimals) {

    private static final int SIGNIFICANT = -1;

    public static final Scale NANOSECONDS = new Scale("ns", 1, SIGNIFICANT);
    public static final Scale MICROSECONDS = new Scale("\u00b5s", 1e3, SIGNIFICANT);
    public static final Scale MILLISECONDS = new Scale("ms", 1e6, SIGNIFICANT);
    public static final Scale GIGABYTES_PER_SECOND = new Scale("GB/s", 1, SIGNIFICANT);

    /** One unit for figures that stand together, chosen by the middle of their range so that none has many zeros. */
    public static Scale ofTimes(String unit, Collection<Double> values) {
        if (!unit.equals("ns/op") || values.isEmpty()) {
            return unit.equals("ns/op") ? NANOSECONDS : new Scale(unit, 1, SIGNIFICANT);
        }
        double typicalNs = Math.sqrt(Collections.min(values) * Collections.max(values));
        return typicalNs < 1e4 ? NANOSECONDS : typicalNs < 1e6 ? MICROSECONDS : MILLISECONDS;
    }

    /** The unit that suits the figures of some cells that share one, such as those of a column. */
    public static Scale ofCells(List<CellResult> cells) {
        return ofTimes(
                cells.get(0).cell().unit(),
                cells.stream().flatMap(cell -> cell.figures().values().stream()).toList());
    }

    /** For ratios over time, where one in ten thousand may be what changed. */
    public static Scale ofRatios() {
        return new Scale("", 1, SIGNIFICANT);
    }

    /** For differences: near zero, significant digits would show noise as if it were a figure. */
    public Scale forDifferences() {
        return new Scale(unit, perUnit, 2);
    }

    /** The value in this unit. */
    public String format(double value) {
        return decimals < 0 ? Numbers.significant(value / perUnit) : Numbers.decimals(value / perUnit, decimals);
    }

    /** Three digits and the unit: where there is little room. */
    public String brief(double value) {
        return Numbers.significantDigits(value / perUnit, 3) + " " + unit;
    }
}
