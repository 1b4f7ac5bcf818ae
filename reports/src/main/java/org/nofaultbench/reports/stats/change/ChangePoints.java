// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a series changes its level.
 *
 * <ol>
 * <li>Values that stand alone are set aside: no single value can be a change, or hide one.
 * <li>E-divisive proposes one place in each of many overlapping stretches.
 * <li>Of these the set is chosen that explains the series best, each change at a price.
 * <li>Every change of the set moves to its best place between its neighbours and must pass a test there, in which its p value
 * counts once for each value of the series (Bonferroni's bound: that many places were looked at). The weakest that fails goes
 * and its neighbours are tested anew.
 * </ol>
 *
 * <p>Rejected: the paper's permutation test. For a p value of 0.02 that counts a thousand places it needs fifty thousand
 * permutations of every stretch, and it forgets that the stretches overlap. Otava went the same way, to a t test. What the whole
 * finds, and what it finds in noise, the build simulates.
 */
public final class ChangePoints {

    /** Values that a level needs: fewer are a disturbance that came and went. */
    public static final int SHORTEST = 5;

    /** Fewest values of a series in which a change can be found. */
    public static final int FEWEST = 2 * SHORTEST;

    /** Bound for the share of series without any change in which one is found; simulation says half of it. */
    public static final double ERROR = 0.02;

    /** The accuracy that is promised, in places; a change is put where it is likeliest to be kept. */
    public static final int REACH = 2;

    /** A candidate must be worth this many units of variance a logarithm of the length, before it is tested. */
    private static final double PRICE = 2;

    /** Where exactly a step is, the values at its edge say, and they may lie further off. */
    private static final double SPIKE_AT_EDGE = 4.5;
    /** As a share of the largest value: what is below it is rounding. */
    private static final double ROUNDING = 1e-9;

    /** Next to a spike noise is too easily read as what the spike began or ended: evidence must be this many times stronger. */
    private static final double BESIDE_SPIKE = 20;

    private final HampelFilter spikes;
    private final double[] values;
    private final double least;
    private final Cumulative cumulative;
    private final Cumulative edges;

    private ChangePoints(double[] raw) {
        spikes = new HampelFilter(raw);
        values = spikes.setAside(HampelFilter.DEVIATIONS);
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        least = Math.max(Double.MIN_NORMAL, Math.pow(ROUNDING * largest, 2));
        cumulative = new Cumulative(values);
        edges = new Cumulative(spikes.setAside(SPIKE_AT_EDGE));
    }

    /** Changes of the level, ascending; none where there are fewer than {@link #FEWEST} values. */
    public static List<ChangePoint> of(double[] series) {
        return series.length < FEWEST ? List.of() : new ChangePoints(series).found();
    }

    /**
     * Changes of the spread, ascending: of the roots of the distances from the level, which are nearly symmetric where the
     * values are normal (a test of Levene's kind: Brown and Forsythe, JASA 69, 1974).
     */
    public static List<ChangePoint> ofSpread(double[] series) {
        double[] roots = new double[series.length];
        for (Segment segment : segments(series, of(series))) {
            for (int i = segment.from(); i < segment.to(); i++) {
                roots[i] = Math.sqrt(Math.abs(series[i] - segment.level()));
            }
        }
        return of(roots);
    }

    /** The stretches between changes, with their level and their noise; at least one, unless there is no value at all. */
    public static List<Segment> segments(double[] series, List<ChangePoint> changes) {
        List<Segment> segments = new ArrayList<>();
        if (series.length == 0) {
            return segments;
        }
        Cumulative sums = new Cumulative(new HampelFilter(series).setAside(HampelFilter.DEVIATIONS));
        for (int i = 0, from = 0; i <= changes.size(); i++) {
            int to = i == changes.size() ? series.length : changes.get(i).at();
            double variance = sums.residual(from, to) / Math.max(1, to - from - 1);
            segments.add(new Segment(from, to, sums.mean(from, to), Math.sqrt(variance)));
            from = to;
        }
        return segments;
    }

    private List<ChangePoint> found() {
        double[] weights = LocalVariance.of(values);
        Arrays.setAll(weights, i -> 1 / Math.max(weights[i], least));
        List<Integer> changes = new OptimalPartitioning(new Cumulative(values, weights))
                .best(new EnergySplit(values).candidates(SHORTEST), PRICE * Math.log(values.length), SHORTEST);
        drop(changes);
        move(changes);
        drop(changes);
        return placed(changes);
    }

    private LevelTest test(List<Integer> changes) {
        return new LevelTest(values, cumulative, changes, least);
    }

    /** Drops the weakest change for as long as it could as well be noise. */
    private void drop(List<Integer> changes) {
        while (!changes.isEmpty()) {
            LevelTest test = test(changes);
            int weakest = 0;
            double highest = -1;
            for (int i = 0; i < changes.size(); i++) {
                double p = p(changes, i, test);
                if (p > highest) {
                    highest = p;
                    weakest = i;
                }
            }
            if (highest <= ERROR) {
                return;
            }
            changes.remove(weakest);
        }
    }

    private double p(List<Integer> changes, int i, LevelTest test) {
        double p = values.length * test.p(start(changes, i), changes.get(i), end(changes, i));
        return spikes.isNear(changes.get(i), 2 * REACH) ? BESIDE_SPIKE * p : p;
    }

    private void move(List<Integer> changes) {
        LevelTest test = test(changes);
        for (int i = 0; i < changes.size(); i++) {
            changes.set(i, placement(changes, i, test).likeliest(0));
        }
    }

    private List<ChangePoint> placed(List<Integer> changes) {
        LevelTest test = test(changes);
        List<ChangePoint> placed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ChangePointInterval placement = placement(changes, i, test);
            double p = p(changes, i, test);
            changes.set(i, placement.likeliest(REACH));
            placed.add(new ChangePoint(changes.get(i), placement.earliest(), placement.latest(), p));
        }
        return List.copyOf(placed);
    }

    private ChangePointInterval placement(List<Integer> changes, int i, LevelTest test) {
        return new ChangePointInterval(
                edges, test.varianceAround(changes.get(i)), start(changes, i), end(changes, i), SHORTEST);
    }

    private static int start(List<Integer> changes, int i) {
        return i == 0 ? 0 : changes.get(i - 1);
    }

    private int end(List<Integer> changes, int i) {
        return i + 1 == changes.size() ? values.length : changes.get(i + 1);
    }
}
