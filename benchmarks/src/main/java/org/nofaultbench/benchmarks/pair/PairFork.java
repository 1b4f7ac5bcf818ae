// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.reports.stats.Estimate;

/**
 * What one process measured, or a pair of them: one fork of the experiment.
 *
 * <p>Where accesses are alike, its ratio is the median over windows of two cycles, eight blocks, of (the fastest block of the candidate / the fastest
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
 * <p>A recovery or a fresh frame is an event of its own, whose usual time is wanted: there it is the ratio of the sides'
 * medians. An attack is a sum that the attacker's luck shares out over the frames: there it is the ratio of the sides' means.
 *
 * @param kind what a turn did
 * @param blocks in their order, two or more
 * @param totals of the candidate by name, such as {@code truncates}
 * @param involuntarySwitches how often another program took the CPU from it
 */
public record PairFork(
        PairMeasurement.Kind kind, List<AbbaBlock> blocks, Map<String, Double> totals, long involuntarySwitches) {

    static final int FEWEST_CYCLES = 2;
    private static final int WINDOW = 2;

    /** Four turns, of which the outer two belong to one side: ABBA or BAAB. Times are ns per access, recovery or frame. */
    public record AbbaBlock(double candidate1Ns, double candidate2Ns, double baseline1Ns, double baseline2Ns) {

        private DoubleStream candidateNs() {
            return DoubleStream.of(candidate1Ns, candidate2Ns);
        }

        private DoubleStream baselineNs() {
            return DoubleStream.of(baseline1Ns, baseline2Ns);
        }
    }

    /** Whoever measures a fork of a pair: {@link PairProgram}, or a test. */
    @FunctionalInterface
    public interface Runner {

        /**
         * Measures one fork.
         *
         * @param seed of the data and of all that is left to chance in it
         * @throws IOException where nothing was measured, with a message of one line
         */
        PairFork measure(PairSpec spec, long seed) throws IOException;
    }

    public PairFork {
        blocks = List.copyOf(blocks);
        totals = Map.copyOf(totals);
        if (blocks.size() < FEWEST_CYCLES) {
            throw new IllegalArgumentException("a fork needs two cycles: cycles=" + blocks.size());
        }
    }

    /** ns per access, recovery or frame. */
    public double candidateNs() {
        return kind.isSteady() ? level() * Math.sqrt(ratio()) : figure(AbbaBlock::candidateNs);
    }

    /** ns per access, recovery or frame. */
    public double baselineNs() {
        return kind.isSteady() ? level() / Math.sqrt(ratio()) : figure(AbbaBlock::baselineNs);
    }

    /** The candidate's time over the baseline's. */
    public double ratio() {
        return kind.isSteady()
                ? Estimate.medianOf(windows(
                        window -> fastest(window, AbbaBlock::candidateNs) / fastest(window, AbbaBlock::baselineNs)))
                : candidateNs() / baselineNs();
    }

    private double figure(Function<AbbaBlock, DoubleStream> side) {
        List<Double> turns = blocks.stream().flatMapToDouble(side).boxed().toList();
        return kind == PairMeasurement.Kind.ATTACK
                ? turns.stream().mapToDouble(Double::doubleValue).average().orElseThrow()
                : Estimate.medianOf(turns);
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

    private static double fastest(List<AbbaBlock> window, Function<AbbaBlock, DoubleStream> side) {
        return window.stream().flatMapToDouble(side).min().orElseThrow();
    }
}
