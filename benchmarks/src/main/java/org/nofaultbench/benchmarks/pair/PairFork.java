// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nofaultbench.reports.stats.Estimate;

/**
 * What one process measured: one fork of the experiment.
 *
 * <p>Its ratio is the median over windows of two cycles, eight blocks, of (the fastest block of the candidate / the fastest
 * block of the baseline). What other programs and guests do to a block only ever makes it slower, and on a shared machine
 * with two cores they do it to a third or more of all blocks: the fastest of four is a block that was left alone (Chen and
 * Revels, Robust benchmarking in noisy environments, 2016), and it has a neighbour of the other side within milliseconds, so
 * that a slow drift is in both. So it is the time of an access that nobody disturbs. Between windows the two mappings are made
 * anew where that costs little, since the place of a mapping is worth percents of a read that fits the first-level cache.
 *
 * <p>Rejected, on the same blocks of the same loaded machine (50 forks each of 150 ms, one strategy against itself): the
 * median of the cycles' (A1+A2)/(B1+B2), whose forks differ nine times as much at 256 KiB and three times at 1080p; the same
 * of the calmest cycles alone; the ratio of the sides' medians; the fastest block of the whole fork, which at 4K, where the
 * memory's own rate drifts, is not the same moment for both.
 *
 * @param blocks in their order, three or more
 * @param involuntarySwitches how often another program took the CPU from it
 */
public record PairFork(List<AbbaBlock> blocks, long involuntarySwitches) {

    private static final int WINDOW = 2;

    /**
     * Four turns, of which the outer two belong to one side: ABBA or BAAB. Times are ns per access.
     *
     * @param candidateNs of the faster of its two turns
     * @param baselineNs of the faster of its two turns
     */
    public record AbbaBlock(double candidateNs, double baselineNs) {}

    public PairFork {
        blocks = List.copyOf(blocks);
        if (blocks.size() < WINDOW) {
            throw new IllegalArgumentException("a fork needs two cycles: cycles=" + blocks.size());
        }
    }

    /** ns per access. */
    public double candidateNs() {
        return level() * Math.sqrt(ratio());
    }

    /** ns per access. */
    public double baselineNs() {
        return level() / Math.sqrt(ratio());
    }

    /** The candidate's time over the baseline's. */
    public double ratio() {
        return Estimate.medianOf(windows(window -> fastest(window, AbbaBlock::candidateNs) / fastest(window, AbbaBlock::baselineNs)));
    }

    /**
     * The geometric mean of both sides, from which their figures are derived by the ratio: so the two quotients agree, and
     * exchanging the sides exchanges the figures.
     */
    private double level() {
        return Math.sqrt(Estimate.medianOf(windows(window -> fastest(window, AbbaBlock::candidateNs)))
                * Estimate.medianOf(windows(window -> fastest(window, AbbaBlock::baselineNs))));
    }

    private List<Double> windows(ToDoubleFunction<List<AbbaBlock>> figure) {
        List<Double> values = new ArrayList<>();
        for (int end = WINDOW; end <= blocks.size(); end += WINDOW) {
            values.add(figure.applyAsDouble(blocks.subList(end - WINDOW, end)));
        }
        return values;
    }

    private static double fastest(List<AbbaBlock> window, ToDoubleFunction<AbbaBlock> ns) {
        return window.stream().mapToDouble(ns).min().orElseThrow();
    }
}
