// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.reports.stats.Percent;

/**
 * What is compared: two strategies that do the same to the same bytes.
 *
 * @param candidate id of a strategy of the native registry, which runs on this machine
 * @param baseline another one, or the same, which then is compared with itself
 * @param measurement what they take turns at; not with {@link ReadLoop#FILL}
 * @param slowdown that each block of the candidate is given in a test of the test, 0% to 100%; {@code slowdown.h} says how
 */
public record PairSpec(String candidate, String baseline, PairMeasurement measurement, Percent slowdown) {

    public static final Percent NO_SLOWDOWN = new Percent(0);

    private static final double MOST_PERCENT = 100;
    private static final double PPM = 1e6;

    public PairSpec {
        if (measurement.kernel() == ReadLoop.FILL) {
            throw new IllegalArgumentException("a pair reads, it cannot fill: kernel="
                    + measurement.kernel().id());
        }
        if (!(slowdown.value() >= 0 && slowdown.value() <= MOST_PERCENT)) {
            throw new IllegalArgumentException("not a slow-down that can be planted: percent=" + slowdown);
        }
    }

    /** The same without a slow-down. */
    public PairSpec(String candidate, String baseline, PairMeasurement measurement) {
        this(candidate, baseline, measurement, NO_SLOWDOWN);
    }

    long slowdownPpm() {
        return Math.round(slowdown.fraction() * PPM);
    }
}
