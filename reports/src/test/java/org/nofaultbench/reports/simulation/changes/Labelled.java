// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.List;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * A series whose changes are known.
 *
 * @param values of a series with noise of deviation 1, but for its kind
 * @param truths where it changes, ascending
 */
record Labelled(double[] values, List<Truth> truths) {

    /**
     * One change.
     *
     * @param from index of the first value after it
     * @param to the same for a step; for a ramp, index of the first value at its end
     */
    record Truth(int from, int to) {

        boolean isMetBy(int place) {
            return from - ChangePoints.REACH <= place && place <= to + ChangePoints.REACH;
        }
    }

    static Labelled without(double[] values) {
        return new Labelled(values, List.of());
    }
}
