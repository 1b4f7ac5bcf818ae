// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/**
 * What is compared: two strategies that do the same to the same bytes.
 *
 * @param candidate id of a strategy of the native registry, which runs on this machine
 * @param baseline another one, or the same, which then is compared with itself
 * @param measurement what they take turns at; not with {@link ReadLoop#FILL}
 * @param slowdown of the candidate, in tests of the test; none otherwise
 */
public record PairSpec(String candidate, String baseline, PairMeasurement measurement, InjectedSlowdown slowdown) {

    public PairSpec {
        if (measurement.kernel() == ReadLoop.FILL) {
            throw new IllegalArgumentException("a pair reads, it cannot fill: kernel="
                    + measurement.kernel().id());
        }
    }

    /** The same without a slow-down. */
    public PairSpec(String candidate, String baseline, PairMeasurement measurement) {
        this(candidate, baseline, measurement, InjectedSlowdown.NONE);
    }

    /** A read of a healthy pool. */
    public PairSpec(String candidate, String baseline, Region region, long poolBytes, ReadLoop kernel) {
        this(candidate, baseline, new PairMeasurement(PairMeasurement.Kind.READ, region, poolBytes, kernel));
    }
}
