// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * The set of candidates that explains a series best: least squares, in units of the local variance, plus a penalty for each
 * change (Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE Signal Processing Letters 12, 2005).
 * Exact, so that the outcome hangs on no order in which candidates are tried.
 */
final class OptimalPartitioning {

    private final Cumulative cumulative;

    /** @param cumulative sums of the values, each weighted by the inverse of its variance */
    OptimalPartitioning(Cumulative cumulative) {
        this.cumulative = cumulative;
    }

    /** Ascending; no two, and none and an end, closer than {@code shortest}. */
    List<Integer> best(SortedSet<Integer> candidates, double penalty, int shortest) {
        List<Integer> ends = new ArrayList<>(candidates);
        ends.add(0, 0);
        ends.add(cumulative.size());
        double[] costs = new double[ends.size()];
        int[] before = new int[ends.size()];
        for (int end = 1; end < costs.length; end++) {
            costs[end] = Double.POSITIVE_INFINITY;
            for (int start = 0; start < end && ends.get(end) - ends.get(start) >= shortest; start++) {
                double cost = costs[start] + penalty + cumulative.residual(ends.get(start), ends.get(end));
                if (cost < costs[end]) {
                    costs[end] = cost;
                    before[end] = start;
                }
            }
        }
        List<Integer> chosen = new ArrayList<>();
        for (int end = before[ends.size() - 1]; end > 0; end = before[end]) {
            chosen.add(ends.get(end));
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
