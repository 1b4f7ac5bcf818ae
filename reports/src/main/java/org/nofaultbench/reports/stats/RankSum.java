// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often two order statistics of all the differences between two samples hold the shift between them.
 *
 * <p>The interval from the d-th smallest to the d-th largest of the n m differences holds it with probability
 * 1 - 2 P(U &lt; d), U being Mann and Whitney's statistic of samples that are alike: the rank-sum test turned round (Hollander,
 * Wolfe and Chicken, Nonparametric Statistical Methods, 3rd edition, section 4.3). The distribution of U is counted, not
 * approximated: its generating function is Gauss' binomial coefficient (Mann and Whitney, Annals of Mathematical Statistics
 * 18, 1947, 50-60). Commons Statistics counts it as well, but gives p values of samples and no quantiles; a test holds the
 * two against one another.
 */
final class RankSum {

    private static final Map<List<Integer>, RankSum> COUNTED = new ConcurrentHashMap<>();

    /** Probability that U is at most the index. */
    private final double[] cumulative;

    /** Of samples of these sizes, each 1 or more. Counting takes longer than all else, and a table has one or two sizes. */
    static RankSum ofSizes(int n, int m) {
        return COUNTED.computeIfAbsent(
                List.of(Math.max(n, m), Math.min(n, m)), sizes -> new RankSum(sizes.get(0), sizes.get(1)));
    }

    private RankSum(int n, int m) {
        double[] ways = new double[n * m + 1];
        ways[0] = 1;
        for (int i = 1; i <= m; i++) {
            multiplyByOneMinusPower(ways, n + i);
            divideByOneMinusPower(ways, i);
            scaleDown(ways, (double) i / (n + i));
        }
        // Divided by 1 - x they are the sums up to each place.
        divideByOneMinusPower(ways, 1);
        this.cumulative = ways;
    }

    private static void multiplyByOneMinusPower(double[] ways, int power) {
        for (int u = ways.length - 1; u >= power; u--) {
            ways[u] -= ways[u - power];
        }
    }

    private static void divideByOneMinusPower(double[] ways, int power) {
        for (int u = power; u < ways.length; u++) {
            ways[u] += ways[u - power];
        }
    }

    /** The counts become probabilities on the way: those of two hundred forks a side are too many for a double. */
    private static void scaleDown(double[] ways, double factor) {
        for (int u = 0; u < ways.length; u++) {
            ways[u] *= factor;
        }
    }

    /** The deepest order statistic whose interval still reaches the level; 0 where not even the extremes do. */
    int depth(double confidence) {
        int depth = 0;
        while (2 * (depth + 1) <= cumulative.length && coverage(depth + 1) >= confidence) {
            depth++;
        }
        return depth;
    }

    /** Probability that the interval between the depth-th smallest and the depth-th largest difference holds the shift. */
    double coverage(int depth) {
        return depth == 0 ? 1 : 1 - 2 * cumulative[depth - 1];
    }
}
