// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.List;

/** What a set of changes leaves unexplained, place by place. */
final class Residuals {

    private final double[] squares;
    private final int[] segments;

    Residuals(double[] values, Cumulative cumulative, List<Integer> changes) {
        squares = new double[values.length + 1];
        segments = new int[values.length];
        for (int segment = 0, from = 0; segment <= changes.size(); segment++) {
            int to = segment == changes.size() ? values.length : changes.get(segment);
            double level = cumulative.mean(from, to);
            for (int i = from; i < to; i++) {
                segments[i] = segment;
                squares[i + 1] = squares[i] + (values[i] - level) * (values[i] - level);
            }
            from = to;
        }
    }

    /** The noise of a stretch about the levels of its segments. */
    Noise in(int from, int to) {
        int levels = segments[to - 1] - segments[from] + 1;
        return new Noise(squares[to] - squares[from], Math.max(1, to - from - levels));
    }

    /**
     * @param squares summed
     * @param freedom degrees of it
     */
    record Noise(double squares, int freedom) {

        Noise with(Noise other) {
            return new Noise(squares + other.squares, freedom + other.freedom);
        }

        double variance() {
            return squares / freedom;
        }
    }
}
