// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Where two strategies change places over a quantity.
 *
 * @param zones from the low to the high end of the range in which both are known, side by side
 * @param crossings where the median of the ratio is 1, ascending; empty where it never is within the range
 * @param least the least ratio, at a place that was measured, of the second one's time to the first one's
 * @param leastAt where it is
 */
record BreakEven(
        Eligibility first,
        Eligibility second,
        List<Zone> zones,
        List<Double> crossings,
        Estimate least,
        double leastAt) {

    double low() {
        return zones.get(0).from();
    }

    double high() {
        return zones.get(zones.size() - 1).to();
    }

    boolean isEverywhere(Winner winner) {
        return zones.stream().allMatch(zone -> zone.winner() == winner);
    }

    /** Copying wins at the low end and loses at the high one, with one band between. */
    boolean isOneThreshold() {
        return zones.size() == 3
                && zones.get(0).winner() == Winner.SECOND
                && zones.get(2).winner() == Winner.FIRST;
    }

    /** A part of the quantity's range in which the same is known of the two. */
    record Zone(double from, double to, Winner winner) {}

    /** Who takes less time. */
    enum Winner {
        FIRST,
        SECOND,
        /** Neither: the whole interval of the ratio lies within the margin. */
        SAME,
        /** It is not shown; a crossover lies in such a zone. */
        UNDECIDED,
        TOO_FEW;

        /** By what is said of the second one's time, the first one's being the baseline. */
        static Winner of(Verdict second) {
            return switch (second) {
                case FASTER -> SECOND;
                case SLOWER -> FIRST;
                case EQUIVALENT -> SAME;
                case UNDECIDED -> UNDECIDED;
                case TOO_FEW -> TOO_FEW;
            };
        }
    }
}
