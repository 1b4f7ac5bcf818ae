// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What the rows of two runs may differ by beside the margin, because runs vary ({@link BetweenRuns}). Three things
 * say how much: what is shared and what scatters add up, and where the drift is larger it counts instead.
 *
 * <ul>
 *   <li>shared: what all rows moved by together, their median. That is the machine more often than the code, so it is granted,
 *       but no more of it than is assumed, or than three and more earlier runs show (the prediction interval of one more:
 *       Hahn and Meeker, Statistical Intervals, 1991, section 4.8). Fewer rows than {@link #ENOUGH_ROWS} do not tell the
 *       machine from the row, and are granted all of it.
 *   <li>scatter: what rows move by apart from one another beyond what their forks explain, which is what a layout does. Robust,
 *       so that rows which did change do not widen it: the deviation at which the median of the squared standardised shifts is
 *       that of chance (DerSimonian and Laird's moment, Paule and Mandel's iteration, Journal of Research of the NBS 87, 1982,
 *       377-385, with a median in the place of their mean).
 *   <li>drift: how far the second half of a run lies from its first, over all rows, three times: the halves are half a run
 *       apart and the runs a whole one, which makes it twice, and half as much again because it is an estimate.
 * </ul>
 *
 * <p>Scatter and drift are granted up to {@link #MOST}: a table in which everything changed must not excuse itself.
 */
final class RunToRunTolerance {

    static final int ENOUGH_ROWS = 8;
    private static final double MOST = Math.log(1.10);
    private static final double DRIFT_TO_THE_NEXT_RUN = 3;
    private static final double MEDIAN_OF_CHI_SQUARED = 0.454936;
    private static final int RUNS_FOR_PREDICTION = 3;
    /** Standard deviation of normal values over their median distance from the middle. */
    static final double NORMAL_OVER_MEDIAN = 1.482602;

    private static final double LEAST_SCATTER = 1e-12;

    private final List<UnpairedForks> rows;
    private final double[] shifts;
    private final BetweenRuns assumed;

    /** @param shifts logarithm of each row's ratio */
    RunToRunTolerance(List<UnpairedForks> rows, double[] shifts, BetweenRuns assumed) {
        this.rows = rows;
        this.shifts = shifts;
        this.assumed = assumed;
    }

    /** In logarithms, the same for every row. */
    double log() {
        return rows.isEmpty() ? assumed.log() : Math.max(shared() + Math.min(MOST, scatter()), Math.min(MOST, drift()));
    }

    private double shared() {
        return rows.size() < ENOUGH_ROWS ? granted() : Math.abs(sharedShift());
    }

    /** What all rows moved by together, as far as it is granted; 0 where they are too few to tell. */
    double sharedShift() {
        return rows.size() < ENOUGH_ROWS ? 0 : Math.max(-granted(), Math.min(granted(), Estimate.medianOf(shifts)));
    }

    private double granted() {
        int runs = rows.stream().mapToInt(row -> row.base().size()).min().orElse(0);
        return runs < RUNS_FOR_PREDICTION ? assumed.log() : prediction(runs);
    }

    private double prediction(int runs) {
        return prediction(
                IntStream.range(0, runs)
                        .mapToDouble(run -> median(row -> fromTheOthers(row, run)))
                        .toArray(),
                RunComparisons.ALPHA);
    }

    /** How far one more of such values lies from their mean, at most, with probability 1 - alpha. */
    static double prediction(double[] values, double alpha) {
        double quantile = -TDistribution.of(values.length - 1).inverseCumulativeProbability(alpha / 2);
        return quantile * StandardDeviation.of(values).getAsDouble() * Math.sqrt(1 + 1.0 / values.length);
    }

    private double median(ToDoubleFunction<UnpairedForks> trait) {
        return Estimate.medianOf(rows.stream().mapToDouble(trait));
    }

    private static double fromTheOthers(UnpairedForks row, int run) {
        List<double[]> all = row.runs().subList(0, row.base().size());
        double[] others = IntStream.range(0, all.size())
                .filter(i -> i != run)
                .mapToObj(all::get)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        // A run's distance from the others is n/(n-1) times its distance from the mean of all.
        return UnpairedForks.shift(others, all.get(run)) * (all.size() - 1) / all.size();
    }

    double scatter() {
        if (rows.size() < ENOUGH_ROWS) {
            return 0;
        }
        double middle = Estimate.medianOf(shifts);
        double[] errors =
                rows.stream().mapToDouble(RunToRunTolerance::standardError).toArray();
        double scale = root(deviation -> Estimate.medianOf(IntStream.range(0, shifts.length)
                        .mapToDouble(i -> square(shifts[i] - middle) / (square(errors[i]) + square(deviation))))
                - MEDIAN_OF_CHI_SQUARED);
        double quantile = -TDistribution.of(rows.size() - 1)
                .inverseCumulativeProbability(RunComparisons.ALPHA / (2 * rows.size()));
        return quantile * scale;
    }

    /** Where a falling function crosses zero; 0 where it never was above, and at most 1. */
    private static double root(UnivariateFunction falling) {
        if (falling.value(LEAST_SCATTER) <= 0) {
            return 0;
        }
        return falling.value(1) > 0 ? 1 : new BrentSolver(LEAST_SCATTER).solve(1_000, falling, LEAST_SCATTER, 1);
    }

    /**
     * From the median distance of forks from the middle of their run, which a disturbed fork does not widen. Too small for few
     * forks and for clusters, which makes the scatter larger and errs on the safe side.
     */
    private static double standardError(UnpairedForks row) {
        return NORMAL_OVER_MEDIAN
                * Estimate.medianOf(row.runs().stream().flatMapToDouble(RunToRunTolerance::distances))
                * Math.sqrt(1.0 / row.baseForks() + 1.0 / row.nextForks());
    }

    private static DoubleStream distances(double[] run) {
        double middle = Estimate.medianOf(run);
        return Arrays.stream(run).map(log -> Math.abs(log - middle));
    }

    double drift() {
        int runs = rows.stream().mapToInt(row -> row.runs().size()).min().orElse(0);
        return DRIFT_TO_THE_NEXT_RUN
                * IntStream.range(0, runs)
                        .mapToDouble(
                                run -> Math.abs(median(row -> halves(row.runs().get(run)))))
                        .max()
                        .orElse(0);
    }

    /** By how much the second half of a run lies above its first; 0 where a single fork has no halves. */
    static double halves(double[] run) {
        int half = run.length / 2;
        return half == 0
                ? 0
                : UnpairedForks.shift(Arrays.copyOf(run, half), Arrays.copyOfRange(run, run.length - half, run.length));
    }

    private static double square(double value) {
        return value * value;
    }
}
