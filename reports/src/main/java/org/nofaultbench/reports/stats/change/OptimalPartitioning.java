// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * The set of candidates that explains a series best: least squares, in units of the local variance, plus a penalty for each
 * change (Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE Signal Processing Letters 12, 2005).
 * Exact, so that the outcome hangs on no order in which candidates are tried.
 */
final class OptimalPartitioning {

    private final double[] weights;
    private final double[] sums;
    private final double[] squares;

    OptimalPartitioning(double[] values, double[] variances, double least) {
        weights = new double[values.length + 1];
        sums = new double[values.length + 1];
        squares = new double[values.length + 1];
        double centre = Arrays.stream(values).average().orElse(0);
        for (int i = 0; i < values.length; i++) {
            double weight = 1 / Math.max(variances[i], least);
            double distance = values[i] - centre;
            weights[i + 1] = weights[i] + weight;
            sums[i + 1] = sums[i] + weight * distance;
            squares[i + 1] = squares[i] + weight * distance * distance;
        }
    }

    /** Ascending; no two, and none and an end, closer than {@code shortest}. */
    List<Integer> best(SortedSet<Integer> candidates, double penalty, int shortest) {
        List<Integer> ends = new ArrayList<>(candidates);
        ends.add(0, 0);
        ends.add(weights.length - 1);
        double[] costs = new double[ends.size()];
        int[] before = new int[ends.size()];
        for (int end = 1; end < costs.length; end++) {
            costs[end] = Double.POSITIVE_INFINITY;
            for (int start = 0; start < end && ends.get(end) - ends.get(start) >= shortest; start++) {
                double cost = costs[start] + penalty + cost(ends.get(start), ends.get(end));
                if (cost < costs[end]) {
                    costs[end] = cost;
                    before[end] = start;
                }
            }
        }
        return chain(ends, before);
    }

    private static List<Integer> chain(List<Integer> ends, int[] before) {
        List<Integer> chosen = new ArrayList<>();
        for (int end = before[ends.size() - 1]; end > 0; end = before[end]) {
            chosen.add(ends.get(end));
        }
        Collections.reverse(chosen);
        return chosen;
    }

    private double cost(int from, int to) {
        double sum = sums[to] - sums[from];
        return squares[to] - squares[from] - sum * sum / (weights[to] - weights[from]);
    }
}
