// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Interval for a median that assumes nothing about the distribution but continuity, and is not wider than it must be.
 *
 * <p>The coverage of order statistics comes in steps: at ten rounds the second from either end hold the median in 97.9% of
 * samples, the third in 89.1%. The ends are therefore interpolated between the two depths around the level (Hettmansperger
 * and Sheather, Statistics and Probability Letters 4, 1986, 75-79; the weight is their formula 2).
 *
 * <p>Their weight is made for data with one peak. Where forks fall into clusters, as they do when the memory layout has two
 * outcomes, an end may be drawn across the empty space between two clusters, past a median at the edge of one: coverage falls
 * to 92% at ten rounds. A gap that is wide beside the half of the sample that lies within it is therefore not crossed: the
 * end stays at the outer order statistic. The width at which it stops, {@link #WIDEST_GAP}, was chosen by simulation; the
 * table of results/simulation shows what it keeps and what it costs.
 */
final class MedianInterval {

    /** Of a gap, as a share of the range between the inner order statistics. */
    static final double WIDEST_GAP = 1.0;

    private final int n;
    private final double confidence;
    private final BinomialDistribution below;
    /** The deepest order statistic whose interval still reaches the level; 0 where not even the extremes do. */
    final int depth;

    MedianInterval(int n, double confidence) {
        this.n = n;
        this.confidence = confidence;
        this.below = BinomialDistribution.of(n, 0.5);
        this.depth = below.inverseCumulativeProbability((1 - confidence) / 2);
    }

    /**
     * Probability that the interval from the depth-th smallest to the depth-th largest value holds the median: the sign test
     * turned round (David and Nagaraja, Order Statistics, 3rd edition, section 7.1).
     */
    double coverage(int depth) {
        return 1 - 2 * below.cumulativeProbability(depth - 1);
    }

    /** Of so many values, ascending; nothing where they are fewer than the level needs. */
    Optional<Interval> of(double[] sorted) {
        if (depth == 0) {
            return Optional.empty();
        }
        double outerLow = sorted[depth - 1];
        double outerHigh = sorted[n - depth];
        if (2 * (depth + 1) > n) {
            return Optional.of(new Interval(outerLow, outerHigh));
        }
        double innerLow = sorted[depth];
        double innerHigh = sorted[n - depth - 1];
        double widest = WIDEST_GAP * (innerHigh - innerLow);
        return Optional.of(new Interval(
                outerLow + moved(innerLow - outerLow, widest), outerHigh - moved(outerHigh - innerHigh, widest)));
    }

    private double moved(double gap, double widest) {
        return gap > widest ? 0 : weight() * gap;
    }

    /** How far an end lies from the outer order statistic towards the inner, 0 to 1. */
    double weight() {
        double outer = coverage(depth);
        double share = (outer - confidence) / (outer - coverage(depth + 1));
        return (n - depth) * share / (depth + (n - 2 * depth) * share);
    }
}
