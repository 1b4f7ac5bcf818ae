// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * A closed interval, in the unit of what it was made from.
 *
 * @param low lower end
 * @param high upper end, not below the lower
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not exceed high: low=" + low + ", high=" + high);
        }
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    public boolean isInside(Interval other) {
        return other.low <= low && high <= other.high;
    }

    public boolean isBelow(double value) {
        return high < value;
    }

    public boolean isAbove(double value) {
        return low > value;
    }
}
