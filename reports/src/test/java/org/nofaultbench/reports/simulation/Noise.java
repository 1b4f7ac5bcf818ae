// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * A kind of machine, on which rounds are drawn.
 *
 * @param candidate shape of its forks
 * @param baseline shape of its forks
 * @param forkShare share of the variance that lies between forks, 0 to 1; the rest lies between the iterations of a fork
 * @param drifting whether the machine's speed walks from round to round, by the spread each time, and on within the round
 */
record Noise(Shape candidate, Shape baseline, double forkShare, boolean drifting) {

    /** Standard deviation of the logarithm of one sample: what quick runs show on small virtual machines. */
    static final double SPREAD = 0.02;

    private static final int ITERATIONS = 5;

    /** The same without drift, which moves both sides of a ratio. */
    Noise steady() {
        return new Noise(candidate, baseline, forkShare, false);
    }

    /** Rounds of two cells whose ratio is {@code ratio}, up to what the shapes differ. */
    PairedRounds rounds(int n, double ratio, UniformRandomProvider random) {
        double[] drift = drift(n, random);
        return new PairedRounds(
                cell(candidate, n, Math.log(ratio), drift, random), cell(baseline, n, 0, drift, random));
    }

    /** Logarithm of the machine's speed, at the start of each round and at the end of the last. */
    double[] drift(int n, UniformRandomProvider random) {
        var step = ZigguratSampler.NormalizedGaussian.of(random);
        double[] drift = new double[n + 1];
        for (int round = 1; drifting && round <= n; round++) {
            drift[round] = drift[round - 1] + SPREAD * step.sample();
        }
        return drift;
    }

    /** The forks of one cell, each somewhere in its round. */
    Map<Integer, Double> cell(Shape shape, int n, double level, double[] drift, UniformRandomProvider random) {
        Shape.Draw draw = shape.draw(random);
        Map<Integer, Double> figures = new HashMap<>();
        for (int round = 1; round <= n; round++) {
            double at = random.nextDouble();
            double speed = (1 - at) * drift[round - 1] + at * drift[round];
            figures.put(round, Math.exp(level + speed + SPREAD * fork(draw)));
        }
        return figures;
    }

    /** A fork's figure is the median of its iterations, as in a report. */
    private double fork(Shape.Draw draw) {
        double between = Math.sqrt(forkShare) * draw.next();
        double[] iterations = new double[ITERATIONS];
        for (int i = 0; i < ITERATIONS; i++) {
            iterations[i] = between + Math.sqrt(1 - forkShare) * draw.next();
        }
        return Estimate.medianOf(Arrays.stream(iterations).boxed().toList());
    }

    @Override
    public String toString() {
        String shapes = candidate == baseline ? candidate.word() : candidate.word() + " / " + baseline.word();
        return shapes + (drifting ? ", drifting" : "");
    }
}
