// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often two order statistics hold the median between them, whatever the distribution, if only it is continuous.
 *
 * <p>The interval from the d-th smallest to the d-th largest of n values holds it with probability 1 - 2 P(B &lt; d), B
 * binomial(n, 1/2): the sign test turned round (David and Nagaraja, Order Statistics, 3rd edition, section 7.1).
 */
final class SignInterval {

    private final int n;
    private final BinomialDistribution below;

    SignInterval(int n) {
        this.n = n;
        this.below = BinomialDistribution.of(n, 0.5);
    }

    /** Probability that the interval between the depth-th smallest and the depth-th largest value holds the median. */
    double coverage(int depth) {
        return 1 - 2 * below.cumulativeProbability(depth - 1);
    }

    /** The deepest order statistic whose interval still reaches the level; 0 where not even the extremes do. */
    int depth(Confidence confidence) {
        int depth = 0;
        while (2 * (depth + 1) <= n && coverage(depth + 1) >= confidence.level()) {
            depth++;
        }
        return depth;
    }
}
