// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import org.nofaultbench.reports.stats.Percent;

/**
 * A slow-down that the candidate is given for a test of the test: {@code slowdown.h} says how it is made.
 *
 * @param slowdown of every block of accesses, 0% to 100%
 */
public record InjectedSlowdown(Percent slowdown) {

    public static final InjectedSlowdown NONE = new InjectedSlowdown(new Percent(0));

    private static final double MOST = 100;
    private static final double PPM = 1e6;

    public InjectedSlowdown {
        if (!(slowdown.value() >= 0 && slowdown.value() <= MOST)) {
            throw new IllegalArgumentException("not a slow-down that can be planted: percent=" + slowdown);
        }
    }

    public boolean isNone() {
        return ppm() == 0;
    }

    long ppm() {
        return Math.round(slowdown.fraction() * PPM);
    }

    /** What every line begins with where there is one; empty where there is none. */
    public String mark() {
        return isNone() ? "" : "INJECTED " + slowdown + "  ";
    }
}
