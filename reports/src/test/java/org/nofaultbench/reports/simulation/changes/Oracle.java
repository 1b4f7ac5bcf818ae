// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.Random;
import java.util.stream.IntStream;
import org.nofaultbench.reports.stats.change.ChangePoints;

/**
 * The best that anybody could do about the place of a step of 3: all but the place is known, each place is as likely as the next,
 * and the answer is the place around which, 2 to either side, the likelihoods add up to the most. A bound to compare with.
 */
final class Oracle {

    private static final double DEVIATIONS = 3;

    private Oracle() {}

    static long misplaced(int points, int series, long seed) {
        return IntStream.range(0, series)
                .parallel()
                .filter(i -> misses(points, new Random(1_000_003L * seed + i)))
                .count();
    }

    private static boolean misses(int points, Random random) {
        int at = Kind.MARGIN + random.nextInt(points - 2 * Kind.MARGIN + 1);
        double[] values = Noise.NORMAL.series(points, random);
        for (int i = at; i < points; i++) {
            values[i] += DEVIATIONS;
        }
        return Math.abs(answer(values) - at) > ChangePoints.REACH;
    }

    private static int answer(double[] values) {
        double[] likelihoods = new double[values.length + 1];
        double log = 0;
        for (int at = 1; at <= values.length; at++) {
            double old = values[at - 1];
            log += (Math.pow(old - DEVIATIONS, 2) - old * old) / 2;
            likelihoods[at] = at < Kind.MARGIN || at > values.length - Kind.MARGIN ? 0 : Math.exp(log);
        }
        int best = 0;
        for (int at = 1; at <= values.length; at++) {
            best = around(likelihoods, at) > around(likelihoods, best) ? at : best;
        }
        return best;
    }

    private static double around(double[] likelihoods, int at) {
        return IntStream.rangeClosed(
                        Math.max(0, at - ChangePoints.REACH), Math.min(likelihoods.length - 1, at + ChangePoints.REACH))
                .mapToDouble(i -> likelihoods[i])
                .sum();
    }
}
