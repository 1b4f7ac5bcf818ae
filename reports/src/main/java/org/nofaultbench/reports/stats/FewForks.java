// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Judges rows that have too few forks for {@link RunComparisons} by their iterations.
 *
 * <p>Iterations of one fork do not show what forks differ by, so no test of theirs alone may decide: their confidence interval
 * (Welch, Biometrika 34, 1947, 28-35, on logarithms) is widened on both sides by an allowance for it. Only a change beyond the
 * allowance is FASTER or SLOWER, everything else is UNDECIDED, and nothing is EQUIVALENT. The allowance is the largest of
 *
 * <ul>
 *   <li>what is assumed, {@link BetweenForks}; in its place, where there are {@link #RUNS_FOR_PREDICTION} earlier runs or more,
 *       what those differ by: the prediction interval of one more (Hahn and Meeker, Statistical Intervals, 1991, section 4.8);
 *   <li>what the forks of one side differ by;
 *   <li>what the rows of the table scatter by, but of that no more than {@link #MOST_SCATTER}: a table in which everything
 *       changed must not excuse itself.
 * </ul>
 *
 * <p>The error is shared among all rows (Bonferroni): of tables in which nothing but the allowance changed at most
 * {@link RunComparisons#ALPHA} show a change.
 */
public final class FewForks {

    /** Of a side, all its forks together. */
    public static final int FEWEST_ITERATIONS = 3;
    /** Earlier runs that tell what runs differ by. */
    public static final int RUNS_FOR_PREDICTION = 5;

    private static final double MOST_SCATTER = Math.log(1.5);
    private static final double POWER = 0.8;

    /**
     * One row of two sides.
     *
     * @param base runs, their forks and the costs of their iterations, above 0
     * @param next the forks of the new run
     */
    public record Row(List<List<List<Double>>> base, List<List<Double>> next) {

        private List<List<Double>> baseForks() {
            return base.stream().flatMap(List::stream).toList();
        }
    }

    /** Mean of the forks' mean logarithms, its standard error and the degrees of freedom of that. */
    private record Level(double log, double error, int freedom) {

        static Level of(List<List<Double>> forks) {
            List<double[]> logs = forks.stream().map(FewForks::logs).toList();
            double[] means = logs.stream().mapToDouble(FewForks::mean).toArray();
            int freedom = logs.stream().mapToInt(fork -> fork.length - 1).sum();
            if (freedom == 0) {
                return new Level(mean(means), deviation(means) / Math.sqrt(means.length), means.length - 1);
            }
            double squares = logs.stream().mapToDouble(FewForks::squares).sum();
            double perIteration =
                    logs.stream().mapToDouble(fork -> 1.0 / fork.length).sum();
            return new Level(mean(means), Math.sqrt(squares / freedom * perIteration) / means.length, freedom);
        }
    }

    /** A row with enough iterations. */
    private record Shift(Row row, Level base, Level next) {

        Shift(Row row) {
            this(row, Level.of(row.baseForks()), Level.of(row.next()));
        }

        double log() {
            return next.log() - base.log();
        }

        double error() {
            return Math.hypot(base.error(), next.error());
        }

        /** Welch and Satterthwaite's degrees of freedom. */
        double freedom() {
            double terms = Math.pow(base.error(), 4) / base.freedom() + Math.pow(next.error(), 4) / next.freedom();
            return terms == 0 ? base.freedom() + next.freedom() : Math.pow(error(), 4) / terms;
        }

        double reach(double alpha) {
            return -TDistribution.of(freedom()).inverseCumulativeProbability(alpha / 2) * error();
        }

        double allowance(BetweenForks assumed, int family) {
            double runs = row.base().size() < RUNS_FOR_PREDICTION ? assumed.log() : prediction(family);
            return Stream.concat(row.base().stream(), Stream.of(row.next()))
                    .mapToDouble(Shift::range)
                    .reduce(runs, Math::max);
        }

        private double prediction(int family) {
            double[] levels =
                    row.base().stream().mapToDouble(run -> Level.of(run).log()).toArray();
            return Math.max(
                    BetweenRuns.DEFAULT.log(), RunToRunTolerance.prediction(levels, RunComparisons.ALPHA / family));
        }

        private static double range(List<List<Double>> forks) {
            DoubleSummaryStatistics means =
                    forks.stream().mapToDouble(fork -> mean(logs(fork))).summaryStatistics();
            return means.getCount() == 0 ? 0 : means.getMax() - means.getMin();
        }
    }

    private final BetweenForks assumed;
    private final List<Shift> shifts;
    private final double scatter;

    private FewForks(List<Row> rows, BetweenForks assumed) {
        this.assumed = assumed;
        this.shifts = rows.stream().filter(FewForks::isEnough).map(Shift::new).toList();
        this.scatter = scatter();
    }

    /** One judgement a row, under the row's key and in the order of the rows. */
    public static <K> Map<K, Judgement> judge(Map<K, Row> rows, Function<K, Margin> margins, BetweenForks assumed) {
        FewForks few = new FewForks(List.copyOf(rows.values()), assumed);
        Map<K, Judgement> judged = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            double logMargin = Math.log(margins.apply(key).band().high());
            judged.put(key, isEnough(row) ? few.judgement(new Shift(row), logMargin) : few.tooFew(row, logMargin));
        });
        return judged;
    }

    private static boolean isEnough(Row row) {
        return Stream.of(row.baseForks(), row.next())
                .allMatch(forks -> forks.stream().mapToInt(List::size).sum() >= FEWEST_ITERATIONS);
    }

    private double scatter() {
        if (shifts.size() < RunToRunTolerance.ENOUGH_ROWS) {
            return 0;
        }
        double middle = Estimate.medianOf(shifts.stream().mapToDouble(Shift::log));
        double scale = RunToRunTolerance.NORMAL_OVER_MEDIAN
                * Estimate.medianOf(shifts.stream().mapToDouble(shift -> Math.abs(shift.log() - middle)));
        double quantile = -TDistribution.of(shifts.size() - 1)
                .inverseCumulativeProbability(RunComparisons.ALPHA / (2 * shifts.size()));
        return Math.min(MOST_SCATTER, quantile * scale);
    }

    private Judgement judgement(Shift shift, double logMargin) {
        double alpha = RunComparisons.ALPHA / shifts.size();
        double allowance = Math.max(scatter, shift.allowance(assumed, shifts.size()));
        double floor = allowance + logMargin;
        double widened = allowance + shift.reach(1 - Estimate.CONFIDENCE);
        boolean changed = Math.abs(shift.log()) > floor + shift.reach(alpha);
        Verdict verdict = !changed ? Verdict.UNDECIDED : shift.log() > 0 ? Verdict.SLOWER : Verdict.FASTER;
        Interval interval = new Interval(Math.exp(shift.log() - widened), Math.exp(shift.log() + widened));
        double power = TDistribution.of(shift.freedom()).inverseCumulativeProbability(POWER) * shift.error();
        return new Judgement(
                new Estimate(
                        Math.exp(shift.log()),
                        Optional.of(interval),
                        Math.min(shift.row.baseForks().size(), shift.row.next().size())),
                Optional.empty(),
                verdict,
                p(shift, floor),
                Math.expm1(floor),
                new MinimumDetectableEffect(Math.expm1(floor + shift.reach(alpha) + power), Optional.empty()));
    }

    /** Of a change beyond the floor, for the whole table. */
    private double p(Shift shift, double floor) {
        double beyond = Math.abs(shift.log()) - floor;
        if (shift.error() == 0) {
            return beyond > 0 ? 0 : 1;
        }
        return Math.min(
                1, 2 * shifts.size() * TDistribution.of(shift.freedom()).survivalProbability(beyond / shift.error()));
    }

    private Judgement tooFew(Row row, double logMargin) {
        double ratio =
                Math.exp(Level.of(row.next()).log() - Level.of(row.baseForks()).log());
        return new Judgement(
                new Estimate(ratio, Optional.empty(), 1),
                Optional.empty(),
                Verdict.TOO_FEW,
                1,
                Math.expm1(assumed.log() + logMargin),
                new MinimumDetectableEffect(Double.POSITIVE_INFINITY, Optional.empty()));
    }

    private static double[] logs(List<Double> iterations) {
        return iterations.stream().mapToDouble(Math::log).toArray();
    }

    private static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    /** 0 of a single value. */
    private static double deviation(double[] values) {
        return values.length < 2 ? 0 : StandardDeviation.of(values).getAsDouble();
    }

    private static double squares(double[] values) {
        double deviation = deviation(values);
        return deviation * deviation * (values.length - 1);
    }
}
