// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * How often an interval must hold the true value.
 *
 * @param level nominal share of intervals that do, between 0 and 1
 */
public record Confidence(double level) {

    /** What every interval of the suite is stated at. */
    public static final Confidence NINETY_FIVE = new Confidence(0.95);

    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1: level=" + level);
        }
    }

    /**
     * The fewest observations whose extremes hold the median this often: smallest n with 1 - 2^(1-n) at or above the level
     * (David and Nagaraja, Order Statistics, 3rd edition, section 7.1). Six for 95%.
     */
    public int minimumRounds() {
        return Comparisons.minimumRounds(1 - level);
    }
}
