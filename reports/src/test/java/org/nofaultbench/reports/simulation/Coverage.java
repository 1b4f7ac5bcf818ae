// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * Does the 95% interval hold the median of the per-round ratios in 95 of 100 runs, and is it no wider than it must be?
 *
 * @param noise what was drawn
 * @param rounds of each run
 * @param covered runs whose interval holds the true median
 * @param width of the interval, mean over the runs, as a share of the ratio
 * @param studentWidth the same of Student's interval for the mean logarithm, which holds where the noise is Gaussian
 */
record Coverage(Noise noise, int rounds, Share covered, double width, double studentWidth) {

    /** @param truth the median of all ratios that this noise makes */
    static Coverage of(Noise noise, double truth, int rounds, int trials, UniformRandomProvider random) {
        double student = TDistribution.of(rounds - 1.0).inverseSurvivalProbability(0.025) / Math.sqrt(rounds);
        long covered = 0;
        double width = 0;
        double studentWidth = 0;
        for (int trial = 0; trial < trials; trial++) {
            PairedRounds pair = noise.rounds(rounds, 1, random);
            Interval interval = pair.ratio().orElseThrow().interval().orElseThrow();
            covered += interval.holds(truth) ? 1 : 0;
            width += interval.high() - interval.low();
            studentWidth += 2 * student * deviation(pair);
        }
        return new Coverage(noise, rounds, new Share(covered, trials), width / trials, studentWidth / trials);
    }

    private static double deviation(PairedRounds pair) {
        double[] logs = pair.rounds().stream()
                .mapToDouble(round ->
                        Math.log(pair.candidate().get(round) / pair.baseline().get(round)))
                .toArray();
        return StandardDeviation.of(logs).getAsDouble();
    }
}
