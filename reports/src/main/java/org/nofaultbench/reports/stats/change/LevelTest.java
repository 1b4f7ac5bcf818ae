// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Do neighbouring segments have different levels? Welch's t, since a noisier half must not lend its noise to the other; but
 * ten values alone know their variance badly, so each side's is taken from the {@link LocalVariance#REACH} values next to
 * the change, about whatever levels they have, and drawn towards that of both sides (Smyth, Statistical Applications in Genetics
 * and Molecular Biology 3, 2004, article 3: the moderated t).
 */
final class LevelTest {

    /** Degrees of freedom that the variance of both sides counts for. */
    private static final double PRIOR = 10;

    private final Cumulative cumulative;
    private final double least;
    private final double[] squares;
    private final int[] segments;

    /**
     * @param cumulative sums of the values
     * @param bounds of the segments: the ends of the series and the changes between them, ascending
     * @param least variance below which differences are those of rounding
     */
    LevelTest(double[] values, Cumulative cumulative, List<Integer> bounds, double least) {
        this.cumulative = cumulative;
        this.least = least;
        squares = new double[values.length + 1];
        segments = new int[values.length];
        for (int segment = 0; segment + 1 < bounds.size(); segment++) {
            int from = bounds.get(segment);
            int to = bounds.get(segment + 1);
            double level = cumulative.mean(from, to);
            for (int i = from; i < to; i++) {
                segments[i] = segment;
                squares[i + 1] = squares[i] + (values[i] - level) * (values[i] - level);
            }
        }
    }

    /** Two-sided p value of the change at {@code at} between its neighbours, as if it were the only place looked at. */
    double p(int from, int at, int to) {
        Noise before = noise(at - LocalVariance.REACH, at);
        Noise after = noise(at, at + LocalVariance.REACH);
        Noise both = new Noise(before.squares + after.squares, before.freedom + after.freedom);
        double errorBefore = moderated(before, both) / (at - from);
        double errorAfter = moderated(after, both) / (to - at);
        double error = errorBefore + errorAfter;
        double t = Math.abs(cumulative.mean(from, at) - cumulative.mean(at, to)) / Math.sqrt(error);
        double freedom = error
                * error
                / (errorBefore * errorBefore / freedom(before, both) + errorAfter * errorAfter / freedom(after, both));
        return 2 * TDistribution.of(Math.min(freedom, both.freedom)).survivalProbability(t);
    }

    /** Of the values around a place about the levels of their segments. */
    double varianceAround(int place) {
        return Math.max(
                least,
                noise(place - LocalVariance.REACH, place + LocalVariance.REACH).variance());
    }

    private Noise noise(int first, int end) {
        int from = Math.max(0, first);
        int to = Math.min(cumulative.size(), end);
        int levels = segments[to - 1] - segments[from] + 1;
        return new Noise(squares[to] - squares[from], Math.max(1, to - from - levels));
    }

    private double moderated(Noise side, Noise both) {
        return Math.max(least, (PRIOR * both.variance() + side.squares) / (PRIOR + side.freedom));
    }

    private static double freedom(Noise side, Noise both) {
        return Math.min(PRIOR + side.freedom, both.freedom);
    }

    /**
     * @param squares summed
     * @param freedom degrees of it
     */
    private record Noise(double squares, int freedom) {

        double variance() {
            return squares / freedom;
        }
    }
}
