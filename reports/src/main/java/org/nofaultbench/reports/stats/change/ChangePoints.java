// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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
 * finds and what it finds in noise is simulated in the build and published in results/change-points.
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
    private final LevelTest test;

    private ChangePoints(double[] raw) {
        spikes = new HampelFilter(raw);
        values = spikes.setAside(HampelFilter.DEVIATIONS);
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        least = Math.max(Double.MIN_NORMAL, Math.pow(ROUNDING * largest, 2));
        cumulative = new Cumulative(values);
        edges = new Cumulative(spikes.setAside(SPIKE_AT_EDGE));
        test = new LevelTest(cumulative, least);
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
        for (Segment segment : Segments.of(series, of(series))) {
            for (int i = segment.from(); i < segment.to(); i++) {
                roots[i] = Math.sqrt(Math.abs(series[i] - segment.level()));
            }
        }
        return of(roots);
    }

    /** The stretches between changes, with their level and their noise. */
    public static List<Segment> segments(double[] series, List<ChangePoint> changes) {
        return Segments.of(series, changes);
    }

    private List<ChangePoint> found() {
        List<Integer> changes = new OptimalPartitioning(values, LocalVariance.of(values), least)
                .best(candidates(), PRICE * Math.log(values.length), SHORTEST);
        drop(changes);
        move(changes);
        drop(changes);
        return placed(changes);
    }

    private SortedSet<Integer> candidates() {
        SortedSet<Integer> candidates = new TreeSet<>();
        EnergySplit split = new EnergySplit(values);
        for (SeededIntervals.Stretch stretch : SeededIntervals.of(values.length, FEWEST)) {
            candidates.add(split.best(stretch, SHORTEST));
        }
        return candidates;
    }

    /** Drops the weakest change for as long as it could as well be noise. */
    private void drop(List<Integer> changes) {
        while (!changes.isEmpty()) {
            Residuals residuals = new Residuals(values, cumulative, changes);
            int weakest = 0;
            double highest = -1;
            for (int i = 0; i < changes.size(); i++) {
                double p = p(changes, i, residuals);
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

    private double p(List<Integer> changes, int i, Residuals residuals) {
        double p = values.length * test.p(start(changes, i), changes.get(i), end(changes, i), residuals);
        return spikes.isNear(changes.get(i), 2 * REACH) ? BESIDE_SPIKE * p : p;
    }

    private void move(List<Integer> changes) {
        Residuals residuals = new Residuals(values, cumulative, changes);
        for (int i = 0; i < changes.size(); i++) {
            changes.set(i, placement(changes, i, residuals).likeliest(0));
        }
    }

    private List<ChangePoint> placed(List<Integer> changes) {
        Residuals residuals = new Residuals(values, cumulative, changes);
        List<ChangePoint> placed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ChangePointInterval placement = placement(changes, i, residuals);
            double p = p(changes, i, residuals);
            changes.set(i, placement.likeliest(REACH));
            placed.add(new ChangePoint(changes.get(i), placement.earliest(), placement.latest(), p));
        }
        return List.copyOf(placed);
    }

    private ChangePointInterval placement(List<Integer> changes, int i, Residuals residuals) {
        int at = changes.get(i);
        double variance = residuals
                .in(Math.max(0, at - LocalVariance.REACH), Math.min(values.length, at + LocalVariance.REACH))
                .variance();
        return new ChangePointInterval(edges, Math.max(least, variance), start(changes, i), end(changes, i), SHORTEST);
    }

    private static int start(List<Integer> changes, int i) {
        return i == 0 ? 0 : changes.get(i - 1);
    }

    private int end(List<Integer> changes, int i) {
        return i + 1 == changes.size() ? values.length : changes.get(i + 1);
    }
}
