// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/**
 * Marks of one colour and shape.
 *
 * @param name in the legend
 * @param style place in the palette; the same thing has the same style in every chart of a report
 * @param marks at most one a place
 */
public record Series(String name, int style, List<Mark> marks) {

    /**
     * One measured value.
     *
     * @param place index of the chart's row or position
     * @param value in the unit of the axis
     * @param interval of the value; empty where there were too few rounds
     */
    public record Mark(int place, double value, Optional<Interval> interval) {

        public static Mark at(int place, Estimate estimate, double perUnit) {
            return new Mark(
                    place,
                    estimate.median() / perUnit,
                    estimate.interval().map(ends -> new Interval(ends.low() / perUnit, ends.high() / perUnit)));
        }
    }
}
