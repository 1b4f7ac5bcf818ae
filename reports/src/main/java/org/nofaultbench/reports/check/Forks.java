// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of two runs that nothing pairs: the quotients of every fork of one by every fork of the other, their median and its
 * interval from Mann and Whitney's recursion.
 *
 * @param before figures of the one run, in the order of time
 * @param after those of the other
 */
record Forks(List<Double> before, List<Double> after) {

    private static final double LEVEL = 0.95;
    /** Five forks a side: two of 252 ways to deal them are less than 1%. */
    private static final double MOST_LIKELY = 0.01;

    Forks {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    Sorted quotients() {
        List<Double> quotients = new ArrayList<>();
        before.forEach(a -> after.forEach(b -> quotients.add(b / a)));
        return new Sorted(quotients);
    }

    /** Logarithm of the middle of all quotients. */
    double shift() {
        return Math.log(quotients().logarithmicMiddle());
    }

    /** Lower and upper end of the ratio; empty where there are too few forks for one. */
    Optional<double[]> ends() {
        int depth = 0;
        double below = 0;
        double[] counts = counts(after.size(), before.size());
        for (int u = 0; 2 * (u + 1) <= before.size() * after.size() + 1; u++) {
            below += counts[u] / ways();
            if (1 - 2 * below >= LEVEL) {
                depth = u + 1;
            }
        }
        Sorted all = quotients();
        return depth == 0 ? Optional.empty() : Optional.of(new double[] {all.at(depth - 1), all.at(all.size() - depth)});
    }

    /** In how many orders of both samples u pairs stand the wrong way round: the greatest value is of the one or of the other. */
    private static double[] counts(int n, int m) {
        double[][] row = new double[m + 1][];
        for (int i = 0; i <= n; i++) {
            double[][] next = new double[m + 1][n * m + 1];
            for (int j = 0; j <= m; j++) {
                for (int u = 0; u <= i * j; u++) {
                    double ofFirst = i == 0 || u < j ? 0 : row[j][u - j];
                    double ofSecond = i == 0 || j == 0 ? 0 : next[j - 1][u];
                    next[j][u] = i == 0 || j == 0 ? 1 : ofFirst + ofSecond;
                }
            }
            row = next;
        }
        return row[m];
    }

    /** How many ways there are to say of each fork which run it is of. */
    double ways() {
        double ways = 1;
        for (int i = 1; i <= before.size(); i++) {
            ways = ways * (after.size() + i) / i;
        }
        return ways;
    }

    /** The least p value: what was measured and its mirror image, among all ways. */
    double leastP() {
        return 2 / ways();
    }

    /** Whether there are enough forks for a difference. */
    boolean isEnough() {
        return before.size() > 1 && after.size() > 1 && leastP() <= MOST_LIKELY;
    }
}
