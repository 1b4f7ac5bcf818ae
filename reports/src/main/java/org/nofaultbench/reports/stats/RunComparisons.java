// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
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

    /** A row with what is needed of it more than once: to form a ratio sorts all its quotients. */
    private record Row(UnpairedForks forks, Margin margin, Estimate ratio, boolean judgeable) {

        Row(UnpairedForks forks, Margin margin) {
            this(forks, margin, forks.ratio(), isEnough(forks.baseForks(), forks.nextForks()));
        }

        double limit() {
            double least = LabelPermutations.leastP(forks.baseForks(), forks.nextForks());
            return Math.max(FORKS_ALPHA, Math.min(ALPHA, least));
        }

        double standardError() {
            double[] base = forks.baseLogs();
            double[] next = forks.nextLogs();
            return Math.sqrt(Variance.of(base).getAsDouble() / base.length
                    + Variance.of(next).getAsDouble() / next.length);
        }

        /** How far the second half of a run lies from its first, in the run where it is farthest. */
        Optional<Double> selfDifference() {
            return forks.runs().stream()
                    .filter(run -> run.length > 1)
                    .map(run -> Math.expm1(Math.abs(RunToRunTolerance.halves(run))))
                    .max(Double::compare);
        }
    }

    private final List<Row> judgeable;
    private final double allowance;
    private final double shared;

    private RunComparisons(Collection<Row> rows, BetweenRuns between) {
        this.judgeable = rows.stream().filter(Row::judgeable).toList();
        double[] shifts = judgeable.stream()
                .mapToDouble(row -> Math.log(row.ratio().median()))
                .toArray();
        RunToRunTolerance tolerance = new RunToRunTolerance(forks(), shifts, between);
        this.allowance = tolerance.log();
        this.shared = tolerance.sharedShift();
    }

    private List<UnpairedForks> forks() {
        return judgeable.stream().map(Row::forks).toList();
    }

    /** One judgement a row, under the row's key and in the order of the rows. */
    public static <K> Map<K, Judgement> judge(
            Map<K, UnpairedForks> forks, Function<K, Margin> margin, BetweenRuns between) {
        Map<K, Row> rows = new LinkedHashMap<>();
        forks.forEach((key, row) -> rows.put(key, new Row(row, margin.apply(key))));
        RunComparisons table = new RunComparisons(rows.values(), between);
        Iterator<Double> p = table.pValues();
        Map<K, Judgement> judged = new LinkedHashMap<>();
        rows.forEach((key, row) -> judged.put(key, table.judgement(row, row.judgeable() ? p.next() : 1)));
        return judged;
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

    /** Of the rows that can be judged, in their order. */
    private Iterator<Double> pValues() {
        BitSet beyond = new BitSet();
        IntStream.range(0, judgeable.size())
                .filter(i -> isBeyondFloor(judgeable.get(i)))
                .forEach(beyond::set);
        return DoubleStream.of(new LabelPermutations(forks(), shared, beyond).pValues())
                .iterator();
    }

    private double floor(Row row) {
        return Math.log(row.margin().band().high()) + allowance;
    }

    private boolean isBeyondFloor(Row row) {
        double floor = floor(row);
        return row.ratio()
                .interval()
                .filter(interval -> interval.isAbove(Math.exp(floor)) || interval.isBelow(Math.exp(-floor)))
                .isPresent();
    }

    private Judgement judgement(Row row, double p) {
        Verdict verdict = Verdict.onRatio(
                row.ratio().interval(), row.margin(), row.judgeable(), isBeyondFloor(row) && p <= row.limit());
        MinimumDetectableEffect sight = new MinimumDetectableEffect(
                row.judgeable() ? smallestEffect(row) : Double.POSITIVE_INFINITY, row.selfDifference());
        return new Judgement(row.ratio(), Optional.empty(), verdict, p, Math.expm1(floor(row)), sight);
    }

    /** As {@link MinimumDetectableEffect} has it; or the floor and an interval above it, where that is more. */
    private double smallestEffect(Row row) {
        TDistribution t = TDistribution.of(row.forks().baseForks() + row.forks().nextForks() - 2);
        double power = t.inverseCumulativeProbability(POWER);
        double forTable = power - t.inverseCumulativeProbability(row.limit() / (2 * judgeable.size()));
        double forInterval = power - t.inverseCumulativeProbability((1 - Estimate.CONFIDENCE) / 2);
        double error = row.standardError();
        return Math.expm1(Math.max(forTable * error, floor(row) + forInterval * error));
    }
}
