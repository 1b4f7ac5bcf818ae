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

    /**
     * A part of the quantity's range in which the same is known of the two.
     *
     * @param second what is known of the second one's time, the first one's being the baseline; a crossover lies where it is
     *     undecided
     */
    record Zone(double from, double to, Verdict second) {}

    double low() {
        return zones.get(0).from();
    }

    double high() {
        return zones.get(zones.size() - 1).to();
    }

    /** Whether the second one takes less time than the first one everywhere, more time everywhere, and so on. */
    boolean isEverywhere(Verdict verdict) {
        return zones.stream().allMatch(zone -> zone.second() == verdict);
    }

    /** Copying wins at the low end and loses at the high one, with one band between. */
    boolean isOneThreshold() {
        return zones.size() == 3
                && zones.get(0).second() == Verdict.FASTER
                && zones.get(2).second() == Verdict.SLOWER;
    }
}
