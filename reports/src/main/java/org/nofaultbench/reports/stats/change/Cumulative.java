// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

/** Sums up to every place, so that the mean and the squares of any stretch take no time. */
final class Cumulative {

    private final double centre;
    private final double[] sums;
    private final double[] squares;

    /** Values are summed as distances from their mean, or the squares of a large level would swallow the noise. */
    Cumulative(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        centre = total / values.length;
        sums = new double[values.length + 1];
        squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - centre;
            sums[i + 1] = sums[i] + distance;
            squares[i + 1] = squares[i] + distance * distance;
        }
    }

    int size() {
        return sums.length - 1;
    }

    double mean(int from, int to) {
        return centre + (sums[to] - sums[from]) / (to - from);
    }

    /** Squared distances from the stretch's own mean. */
    double residual(int from, int to) {
        double sum = sums[to] - sums[from];
        return Math.max(0, squares[to] - squares[from] - sum * sum / (to - from));
    }
}
