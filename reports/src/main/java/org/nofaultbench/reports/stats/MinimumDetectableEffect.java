// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How sharply a row sees.
 *
 * @param smallestEffect the least difference that would have been called FASTER or SLOWER four times in five, as a share of
 *     the baseline; infinite where the rounds are too few for any
 * @param selfDifference how far the row's ratio lies from itself from one round to the next, as a share, half of the time:
 *     its A/A figure, free of what drifts in both cells; empty with a single round
 */
public record MinimumDetectableEffect(double smallestEffect, Optional<Double> selfDifference) {

    private static final double POWER = 0.8;

    /**
     * @param logs logarithms of the ratios, in the order of their rounds
     * @param rows of the table, among which the error is shared
     */
    static MinimumDetectableEffect ofRounds(double[] logs, int rows) {
        double variance =
                logs.length < 2 ? Double.POSITIVE_INFINITY : Variance.of(logs).getAsDouble();
        double step =
                Estimate.medianOf(IntStream.range(1, logs.length).mapToDouble(i -> Math.abs(logs[i] - logs[i - 1])));
        return new MinimumDetectableEffect(
                smallestEffect(Math.sqrt(variance), logs.length, rows),
                logs.length < 2 ? Optional.empty() : Optional.of(Math.expm1(step)));
    }

    /**
     * (t(1 - alpha/2) + t(power)) standard errors, alpha shared among the rows: NIST/SEMATECH e-Handbook of Statistical
     * Methods, 7.2.2.2, with Bonferroni's bound in place of the flips.
     *
     * @param deviation standard deviation of the logarithms
     * @param n rounds
     */
    static double smallestEffect(double deviation, int n, int rows) {
        if (n < Comparisons.minimumRounds()) {
            return Double.POSITIVE_INFINITY;
        }
        TDistribution t = TDistribution.of(n - 1);
        double errors =
                -t.inverseCumulativeProbability(Comparisons.ALPHA / (2 * rows)) + t.inverseCumulativeProbability(POWER);
        return Math.expm1(errors * deviation / Math.sqrt(n));
    }
}
