// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The rows of two runs, judged together. A row is FASTER or SLOWER only if its own 95% interval lies wholly beyond the margin
 * and what two runs of one build may differ by ({@link RunToRunTolerance}), and the whole table says that it differs
 * ({@link LabelPermutations}): of tables in which nothing changed at most {@link #ALPHA} show any such row.
 *
 * <p>The table's error holds whatever the noise of the forks; that a whole run moves is held off by the allowance, which is
 * an estimate, or an assumption where the runs do not show it.
 */
public final class RunComparisons {

    /** Share of tables in which nothing changed that may show a change. */
    public static final double ALPHA = 0.01;
    /**
     * The part of it that is left to the noise of the forks; the rest is for what a machine does to whole runs. Five forks a
     * side, JMH's default, have 252 deals, of which the real one and its mirror image are 0.8%, and need nearly all of it.
     */
    private static final double FORKS_ALPHA = ALPHA / 2;

    /** Of either of two hurdles, so that both are taken four times in five. */
    private static final double POWER = 0.9;

    private final List<UnpairedForks> rows;
    private final double allowance;
    private final double shared;
    /** By row itself, as the ratios are. */
    private final Map<UnpairedForks, Margin> margins = new IdentityHashMap<>();

    /** By row itself: to form one sorts all its quotients, and to compare two rows reads all their forks. */
    private final Map<UnpairedForks, Estimate> ratios = new IdentityHashMap<>();

    private <K> RunComparisons(Map<K, UnpairedForks> byKey, Function<K, Margin> margin, BetweenRuns between) {
        this.rows = List.copyOf(byKey.values());
        byKey.forEach((key, row) -> margins.put(row, margin.apply(key)));
        rows.forEach(row -> ratios.put(row, row.ratio()));
        List<UnpairedForks> judgeable =
                rows.stream().filter(RunComparisons::isJudgeable).toList();
        double[] shifts = judgeable.stream()
                .mapToDouble(row -> Math.log(ratios.get(row).median()))
                .toArray();
        RunToRunTolerance tolerance = new RunToRunTolerance(judgeable, shifts, between);
        this.allowance = tolerance.log();
        this.shared = tolerance.sharedShift();
    }

    /** One judgement a row, under the row's key and in the order of the rows. */
    public static <K> Map<K, RunJudgement> judge(Map<K, UnpairedForks> rows, Margin margin, BetweenRuns between) {
        return judge(rows, key -> margin, between);
    }

    /** The same where each row has a margin of its own. */
    public static <K> Map<K, RunJudgement> judge(
            Map<K, UnpairedForks> rows, Function<K, Margin> margin, BetweenRuns between) {
        List<RunJudgement> judged = new RunComparisons(rows, margin, between).judged();
        Map<K, RunJudgement> byKey = new LinkedHashMap<>();
        rows.keySet().forEach(key -> byKey.put(key, judged.get(byKey.size())));
        return byKey;
    }

    /** The fewest forks a side, as many on both, in which a row can be FASTER or SLOWER; five. */
    public static int minimumForks() {
        return IntStream.iterate(1, n -> n + 1)
                .filter(n -> LabelPermutations.leastP(n, n) <= ALPHA)
                .findFirst()
                .orElseThrow();
    }

    /** Whether so many forks can show a change; where they cannot, {@link FewForks} judges by iterations. */
    public static boolean isEnough(int baseForks, int nextForks) {
        return baseForks > 1 && nextForks > 1 && LabelPermutations.leastP(baseForks, nextForks) <= ALPHA;
    }

    private static boolean isJudgeable(UnpairedForks row) {
        return isEnough(row.baseForks(), row.nextForks());
    }

    private List<RunJudgement> judged() {
        double[] p = pValues();
        int family = (int) rows.stream().filter(RunComparisons::isJudgeable).count();
        List<RunJudgement> judgements = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            judgements.add(judgement(rows.get(i), p[i], family));
        }
        return judgements;
    }

    /** One a row; 1 where there are too few forks. */
    private double[] pValues() {
        int[] judgeable = IntStream.range(0, rows.size())
                .filter(i -> isJudgeable(rows.get(i)))
                .toArray();
        List<UnpairedForks> some = Arrays.stream(judgeable).mapToObj(rows::get).toList();
        BitSet beyond = new BitSet();
        IntStream.range(0, some.size()).filter(i -> isBeyondFloor(some.get(i))).forEach(beyond::set);
        double[] known = new LabelPermutations(some, shared, beyond).pValues();
        double[] p = DoubleStream.generate(() -> 1).limit(rows.size()).toArray();
        IntStream.range(0, judgeable.length).forEach(i -> p[judgeable[i]] = known[i]);
        return p;
    }

    private static double limit(UnpairedForks row) {
        return Math.max(FORKS_ALPHA, Math.min(ALPHA, LabelPermutations.leastP(row.baseForks(), row.nextForks())));
    }

    private double floor(UnpairedForks row) {
        return Math.log(margins.get(row).band().high()) + allowance;
    }

    private boolean isBeyondFloor(UnpairedForks row) {
        double floor = floor(row);
        return ratios.get(row)
                .interval()
                .filter(interval -> interval.isAbove(Math.exp(floor)) || interval.isBelow(Math.exp(-floor)))
                .isPresent();
    }

    private RunJudgement judgement(UnpairedForks row, double p, int family) {
        Estimate ratio = ratios.get(row);
        Verdict verdict = Verdict.onRatio(
                ratio.interval(), margins.get(row), isJudgeable(row), isBeyondFloor(row) && p <= limit(row));
        MinimumDetectableEffect sight = new MinimumDetectableEffect(
                isJudgeable(row) ? smallestEffect(row, family) : Double.POSITIVE_INFINITY, selfDifference(row));
        return new RunJudgement(ratio, verdict, Direction.of(ratio.median()), p, Math.expm1(floor(row)), sight);
    }

    /** As {@link MinimumDetectableEffect} has it; or the floor and an interval above it, where that is more. */
    private double smallestEffect(UnpairedForks row, int family) {
        TDistribution t = TDistribution.of(row.baseForks() + row.nextForks() - 2);
        double power = t.inverseCumulativeProbability(POWER);
        double forTable = power - t.inverseCumulativeProbability(limit(row) / (2 * family));
        double forInterval = power - t.inverseCumulativeProbability((1 - Confidence.NINETY_FIVE.level()) / 2);
        double error = standardError(row);
        return Math.expm1(Math.max(forTable * error, floor(row) + forInterval * error));
    }

    private static double standardError(UnpairedForks row) {
        double[] base = row.baseLogs();
        double[] next = row.nextLogs();
        return Math.sqrt(Variance.of(base).getAsDouble() / base.length
                + Variance.of(next).getAsDouble() / next.length);
    }

    /** How far the second half of a run lies from its first, in the run where it is farthest. */
    private static Optional<Double> selfDifference(UnpairedForks row) {
        List<double[]> halved =
                row.runs().stream().filter(run -> run.length > 1).toList();
        return halved.isEmpty()
                ? Optional.empty()
                : Optional.of(Math.expm1(halved.stream()
                        .mapToDouble(run -> Math.abs(RunToRunTolerance.halves(run)))
                        .max()
                        .orElseThrow()));
    }
}
