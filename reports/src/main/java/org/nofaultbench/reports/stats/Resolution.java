// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.time.Duration;
import java.util.Optional;

/**
 * Which difference a comparison can resolve, from how much its forks differ where there is none.
 *
 * @param forkMs time of a fork
 * @param deviation standard deviation of the logarithm of a fork's ratio
 */
public record Resolution(double forkMs, double deviation) {

    /** The least difference that one comparison finds four times in five in this time; empty where the forks are too few. */
    public Optional<Percent> after(Duration time) {
        int forks = (int) Math.min(Integer.MAX_VALUE, time.toMillis() / forkMs);
        double effect = MinimumDetectableEffect.smallestEffect(deviation, forks, 1);
        return Double.isFinite(effect) ? Optional.of(new Percent(100 * effect)) : Optional.empty();
    }
}
