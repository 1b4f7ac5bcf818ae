// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How noise is distributed; all with a standard deviation of 1, so that cases can be compared. */
enum Shape {
    GAUSSIAN,
    /** A long tail to the slow side: exponential. */
    SKEWED,
    /** Two memory layouts, as likely as each other. */
    BIMODAL,
    /** Two memory layouts, the slow one in one fork of five. */
    LOPSIDED;

    private static final double WITHIN_MODE = 0.1;
    private static final double BETWEEN_MODES = Math.sqrt(1 - WITHIN_MODE * WITHIN_MODE);
    private static final double SLOW_SHARE = 0.2;

    /** Draws from one generator. */
    @FunctionalInterface
    interface Draw {
        double next();
    }

    Draw draw(UniformRandomProvider random) {
        SharedStateContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        SharedStateContinuousSampler exponential = ZigguratSampler.Exponential.of(random);
        return switch (this) {
            case GAUSSIAN -> gaussian::sample;
            case SKEWED -> () -> exponential.sample() - 1;
            case BIMODAL -> () -> mode(random, 0.5) + WITHIN_MODE * gaussian.sample();
            case LOPSIDED -> () -> mode(random, SLOW_SHARE) + WITHIN_MODE * gaussian.sample();
        };
    }

    /** One of two values, with mean 0 and the standard deviation that is left for the difference between modes. */
    private static double mode(UniformRandomProvider random, double upperShare) {
        double upper = Math.sqrt((1 - upperShare) / upperShare);
        return BETWEEN_MODES * (random.nextDouble() < upperShare ? upper : -1 / upper);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
