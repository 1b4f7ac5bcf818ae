// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * How often is a difference of a known size found, and how often taken for none?
 *
 * @param noise what was drawn
 * @param ratio the true one
 * @param rounds of a run, whose table has this one row
 * @param found runs that say SLOWER
 * @param equivalent runs that say EQUIVALENT at a margin of 1%
 * @param wrong runs that say FASTER
 * @param sees the smallest effect that the row itself names, median over the runs
 */
record Power(Noise noise, double ratio, int rounds, Share found, Share equivalent, Share wrong, double sees) {

    static Power of(Noise noise, double ratio, int rounds, int trials, UniformRandomProvider random) {
        long[] verdicts = new long[Verdict.values().length];
        double[] sees = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            Judgement judgement = Comparisons.judge(
                            Map.of("", noise.rounds(rounds, ratio, random)), key -> Margin.DEFAULT)
                    .get("");
            verdicts[judgement.verdict().ordinal()]++;
            sees[trial] = judgement.sight().smallestEffect();
        }
        return new Power(
                noise,
                ratio,
                rounds,
                new Share(verdicts[Verdict.SLOWER.ordinal()], trials),
                new Share(verdicts[Verdict.EQUIVALENT.ordinal()], trials),
                new Share(verdicts[Verdict.FASTER.ordinal()], trials),
                Estimate.medianOf(Arrays.stream(sees).boxed().toList()));
    }
}
