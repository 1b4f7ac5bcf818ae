// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Values in ascending order, and their median with its interval, from the definitions. */
final class Sorted {

    private static final double LEVEL = 0.95;
    private static final double WIDEST_GAP = 1.0;

    private final double[] values;
    private final double level;

    Sorted(Collection<Double> values) {
        this(values, LEVEL);
    }

    /** @param level how often the interval must hold the median */
    Sorted(Collection<Double> values, double level) {
        this.level = level;
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(this.values);
    }

    int size() {
        return values.length;
    }

    /** The least has the rank 0. */
    double at(int rank) {
        return values[rank];
    }

    double least() {
        return values[0];
    }

    double greatest() {
        return values[values.length - 1];
    }

    double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double median() {
        int n = values.length;
        return n % 2 == 1 ? values[n / 2] : values[n / 2 - 1] + (values[n / 2] - values[n / 2 - 1]) / 2;
    }

    /** Of quotients: the two middle ones are as far from it by factor. */
    double logarithmicMiddle() {
        int n = values.length;
        return n % 2 == 1 ? values[n / 2] : Math.sqrt(values[n / 2 - 1] * values[n / 2]);
    }

    /** Lower and upper end; empty where the extremes hold the median less often than they must. */
    Optional<double[]> interval() {
        int n = values.length;
        int depth = 0;
        for (int d = 1; 2 * d <= n; d++) {
            if (coverage(d) >= level) {
                depth = d;
            }
        }
        if (depth == 0) {
            return Optional.empty();
        }
        double low = values[depth - 1];
        double high = values[n - depth];
        if (2 * (depth + 1) <= n) {
            double gapBelow = values[depth] - low;
            double gapAbove = high - values[n - depth - 1];
            double middle = values[n - depth - 1] - values[depth];
            double weight = weight(depth);
            low += gapBelow > WIDEST_GAP * middle ? 0 : weight * gapBelow;
            high -= gapAbove > WIDEST_GAP * middle ? 0 : weight * gapAbove;
        }
        return Optional.of(new double[] {low, high});
    }

    /** Hettmansperger and Sheather, Statistics and Probability Letters 4, 1986, formula 2. */
    private double weight(int depth) {
        int n = values.length;
        double share = (coverage(depth) - level) / (coverage(depth) - coverage(depth + 1));
        return (n - depth) * share / (depth + (n - 2 * depth) * share);
    }

    /** Chance that the median of the population lies between the depth-th smallest and the depth-th largest of n. */
    private double coverage(int depth) {
        int n = values.length;
        double below = 0;
        double term = 1;
        for (int k = 0; k < depth; k++) {
            below += term;
            term = term * (n - k) / (k + 1);
        }
        return 1 - 2 * below / Math.pow(2, n);
    }
}
