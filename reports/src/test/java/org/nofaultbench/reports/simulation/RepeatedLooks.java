// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.SequentialTest;
import org.nofaultbench.reports.stats.Verdict;

/**
 * What becomes of a comparison that is looked at until it is decided?
 *
 * @param noise what was drawn
 * @param ratio the true one
 * @param mostRounds after which it stays undecided
 * @param slower trials that ended so
 * @param faster trials that ended so
 * @param equivalent trials that ended so, at a margin of 1%
 * @param rounds mean of what a trial took
 */
record RepeatedLooks(
        Noise noise, double ratio, int mostRounds, Share slower, Share faster, Share equivalent, double rounds) {

    static RepeatedLooks of(Noise noise, double ratio, int mostRounds, int trials, UniformRandomProvider random) {
        long[] verdicts = new long[Verdict.values().length];
        double taken = 0;
        for (int trial = 0; trial < trials; trial++) {
            PairedRounds all = noise.rounds(mostRounds, ratio, random);
            SequentialTest<String> sequence = new SequentialTest<>(row -> Margin.DEFAULT);
            int rounds = SequentialTest.nextLook(0);
            Judgement judgement = sequence.look(Map.of("", first(all, rounds))).get("");
            while (!judgement.verdict().isDecided() && SequentialTest.nextLook(rounds) <= mostRounds) {
                rounds = SequentialTest.nextLook(rounds);
                judgement = sequence.look(Map.of("", first(all, rounds))).get("");
            }
            verdicts[judgement.verdict().ordinal()]++;
            taken += rounds;
        }
        return new RepeatedLooks(
                noise,
                ratio,
                mostRounds,
                new Share(verdicts[Verdict.SLOWER.ordinal()], trials),
                new Share(verdicts[Verdict.FASTER.ordinal()], trials),
                new Share(verdicts[Verdict.EQUIVALENT.ordinal()], trials),
                taken / trials);
    }

    private static PairedRounds first(PairedRounds all, int rounds) {
        Map<Integer, Double> candidate = new HashMap<>(all.candidate());
        candidate.keySet().removeIf(round -> round > rounds);
        return new PairedRounds(candidate, all.baseline());
    }
}
