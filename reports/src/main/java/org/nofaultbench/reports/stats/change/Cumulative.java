// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.Arrays;

/** Weighted sums up to every place, so that the mean and the squares of any stretch take no time. */
final class Cumulative {

    private final double centre;
    private final double[] weights;
    private final double[] sums;
    private final double[] squares;

    /** Every value counts as much. */
    Cumulative(double[] values) {
        this(values, Arrays.stream(values).map(value -> 1).toArray());
    }

    /** Values are summed as distances from their mean, or the squares of a large level would swallow the noise. */
    Cumulative(double[] values, double[] weightOfEach) {
        centre = Arrays.stream(values).average().orElse(0);
        weights = new double[values.length + 1];
        sums = new double[values.length + 1];
        squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - centre;
            weights[i + 1] = weights[i] + weightOfEach[i];
            sums[i + 1] = sums[i] + weightOfEach[i] * distance;
            squares[i + 1] = squares[i] + weightOfEach[i] * distance * distance;
        }
    }

    int size() {
        return sums.length - 1;
    }

    double mean(int from, int to) {
        return centre + (sums[to] - sums[from]) / (weights[to] - weights[from]);
    }

    /** Squared distances from the stretch's own mean. */
    double residual(int from, int to) {
        double sum = sums[to] - sums[from];
        return Math.max(0, squares[to] - squares[from] - sum * sum / (weights[to] - weights[from]));
    }
}
