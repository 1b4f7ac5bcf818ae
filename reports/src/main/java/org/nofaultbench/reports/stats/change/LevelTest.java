// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Do two neighbouring segments have different levels? Welch's t, since a noisier half must not lend its noise to the other; but
 * ten values alone know their variance badly, so each side's is taken from the {@link LocalVariance#REACH} values next to
 * the change, about whatever levels they have, and drawn towards that of both sides (Smyth, Statistical Applications in Genetics
 * and Molecular Biology 3, 2004, article 3: the moderated t).
 */
final class LevelTest {

    /** Degrees of freedom that the variance of both sides counts for. */
    private static final double PRIOR = 10;

    private final Cumulative cumulative;
    private final double least;

    /** @param least variance below which differences are those of rounding */
    LevelTest(Cumulative cumulative, double least) {
        this.cumulative = cumulative;
        this.least = least;
    }

    /** Two-sided p value of the change at {@code at} between its neighbours, as if it were the only place looked at. */
    double p(int from, int at, int to, Residuals residuals) {
        Residuals.Noise before = residuals.in(Math.max(0, at - LocalVariance.REACH), at);
        Residuals.Noise after = residuals.in(at, Math.min(cumulative.size(), at + LocalVariance.REACH));
        Residuals.Noise both = before.with(after);
        double errorBefore = moderated(before, both) / (at - from);
        double errorAfter = moderated(after, both) / (to - at);
        double error = errorBefore + errorAfter;
        double t = Math.abs(cumulative.mean(from, at) - cumulative.mean(at, to)) / Math.sqrt(error);
        double freedom = error
                * error
                / (errorBefore * errorBefore / freedom(before, both) + errorAfter * errorAfter / freedom(after, both));
        return 2 * TDistribution.of(Math.min(freedom, both.freedom())).survivalProbability(t);
    }

    private double moderated(Residuals.Noise side, Residuals.Noise both) {
        return Math.max(least, (PRIOR * both.variance() + side.squares()) / (PRIOR + side.freedom()));
    }

    private static double freedom(Residuals.Noise side, Residuals.Noise both) {
        return Math.min(PRIOR + side.freedom(), both.freedom());
    }
}
