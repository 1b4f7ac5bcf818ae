// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** What is the median of all ratios that a noise makes? The estimand that intervals must hold. */
final class Truth {

    /** Leaves an error of a hundredth of an interval's width at thirty rounds. */
    private static final int DRAWS = 100_001;

    private Truth() {}

    /** Two sides alike make 1; what else it is, only many draws tell. */
    static double of(Noise noise, long seed) {
        if (noise.candidate() == noise.baseline()) {
            return 1;
        }
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        PairedRounds many = noise.rounds(DRAWS, 1, random);
        return Estimate.medianOf(many.rounds().stream()
                .map(round -> many.candidate().get(round) / many.baseline().get(round))
                .toList());
    }
}
