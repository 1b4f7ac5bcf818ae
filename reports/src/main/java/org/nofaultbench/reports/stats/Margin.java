// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * How far from 1 a ratio may lie and still count as the same.
 *
 * <p>The band runs from 1/(1+m) to 1+m and not from 1-m: then a verdict does not depend on which of two cells is called the
 * baseline.
 *
 * @param width m, above 0% and at most 50%
 */
public record Margin(Percent width) {

    /** One percent: below what a compositor's frame time shows, above what forks differ by on a quiet machine. */
    public static final Margin DEFAULT = new Margin(new Percent(1));

    public Margin {
        if (!(width.value() > 0 && width.value() <= 50)) {
            throw new IllegalArgumentException("margin must be above 0% and at most 50%: margin=" + width);
        }
    }

    public Interval band() {
        return new Interval(1 / (1 + width.fraction()), 1 + width.fraction());
    }

    @Override
    public String toString() {
        return width.toString();
    }
}
