// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Where two strategies change places over a quantity.
 *
 * @param first one strategy
 * @param second the other
 * @param zones from the low to the high end of the range in which both are known, side by side
 * @param crossings where the median of the ratio is 1, ascending; empty where it never is within the range
 * @param least the least ratio, at a place that was measured, of the second one's time to the first one's
 * @param leastAt where it is
 */
public record BreakEven(
        Eligibility first, Eligibility second, List<Zone> zones, List<Double> crossings, Estimate least, double leastAt) {

    public double low() {
        return zones.get(0).from();
    }

    public double high() {
        return zones.get(zones.size() - 1).to();
    }

    /** Whether the same one wins everywhere in the range. */
    public boolean isEverywhere(Zone.Winner winner) {
        return zones.stream().allMatch(zone -> zone.winner() == winner);
    }
}
