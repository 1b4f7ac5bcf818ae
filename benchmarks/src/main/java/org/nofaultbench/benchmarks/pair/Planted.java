// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import org.nofaultbench.reports.stats.Percent;

/**
 * A slow-down of the candidate that is no property of it, for tests of what finds it: {@code slowdown.h} says how it is made.
 *
 * @param slowdown of every block of accesses, 0% to 100%
 */
public record Planted(Percent slowdown) {

    public static final Planted NOTHING = new Planted(new Percent(0));

    private static final double MOST = 100;
    private static final double PPM = 1e6;

    public Planted {
        if (!(slowdown.value() >= 0 && slowdown.value() <= MOST)) {
            throw new IllegalArgumentException("not a slow-down that can be planted: percent=" + slowdown);
        }
    }

    public boolean isNothing() {
        return ppm() == 0;
    }

    long ppm() {
        return Math.round(slowdown.fraction() * PPM);
    }

    /** What every line begins with where something is planted; empty where nothing is. */
    public String mark() {
        return isNothing() ? "" : "PLANTED " + slowdown + "  ";
    }
}
