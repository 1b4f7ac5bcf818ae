// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.apache.commons.math3.util.MathArrays;

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
     *
     * @param levels the changes of the level that were found
     */
    public static List<ChangePoint> ofSpread(double[] series, List<ChangePoint> levels) {
        double[] roots = new double[series.length];
        for (Segment segment : segments(series, levels)) {
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
        List<Integer> bounds = best(new EnergySplit(values).candidates(SHORTEST), new Cumulative(values, weights));
        drop(bounds);
        move(bounds);
        drop(bounds);
        return placed(bounds);
    }

    /**
     * The set of candidates that explains the series best: least squares, in units of the local variance, plus a penalty for each
     * change (Jackson et al., An algorithm for optimal partitioning of data on an interval, IEEE Signal Processing Letters 12,
     * 2005). Exact, so that the outcome hangs on no order in which candidates are tried. Ascending, between the two
     * ends of the series; no two closer than {@link #SHORTEST}.
     *
     * @param weighted sums of the values, each weighted by the inverse of its variance
     */
    private List<Integer> best(SortedSet<Integer> candidates, Cumulative weighted) {
        List<Integer> ends = new ArrayList<>(candidates);
        ends.add(0, 0);
        ends.add(weighted.size());
        double penalty = PRICE * Math.log(values.length);
        double[] costs = new double[ends.size()];
        int[] before = new int[ends.size()];
        for (int end = 1; end < costs.length; end++) {
            costs[end] = Double.POSITIVE_INFINITY;
            for (int start = 0; start < end && ends.get(end) - ends.get(start) >= SHORTEST; start++) {
                double cost = costs[start] + penalty + weighted.residual(ends.get(start), ends.get(end));
                if (cost < costs[end]) {
                    costs[end] = cost;
                    before[end] = start;
                }
            }
        }
        List<Integer> chosen = new ArrayList<>();
        for (int end = ends.size() - 1; end > 0; end = before[end]) {
            chosen.add(ends.get(end));
        }
        chosen.add(0);
        Collections.reverse(chosen);
        return chosen;
    }

    private LevelTest test(List<Integer> bounds) {
        return new LevelTest(values, cumulative, bounds, least);
    }

    /** Drops the weakest change for as long as it could as well be noise. */
    private void drop(List<Integer> bounds) {
        while (bounds.size() > 2) {
            LevelTest test = test(bounds);
            int weakest = 0;
            double highest = -1;
            for (int i = 1; i < bounds.size() - 1; i++) {
                double p = p(bounds, i, test);
                if (p > highest) {
                    highest = p;
                    weakest = i;
                }
            }
            if (highest <= ERROR) {
                return;
            }
            bounds.remove(weakest);
        }
    }

    private double p(List<Integer> bounds, int i, LevelTest test) {
        double p = values.length * test.p(bounds.get(i - 1), bounds.get(i), bounds.get(i + 1));
        return spikes.isNear(bounds.get(i), 2 * REACH) ? BESIDE_SPIKE * p : p;
    }

    private void move(List<Integer> bounds) {
        LevelTest test = test(bounds);
        for (int i = 1; i < bounds.size() - 1; i++) {
            bounds.set(i, placement(bounds, i, test).likeliest(0));
        }
    }

    private List<ChangePoint> placed(List<Integer> bounds) {
        LevelTest test = test(bounds);
        List<ChangePoint> placed = new ArrayList<>();
        for (int i = 1; i < bounds.size() - 1; i++) {
            ChangePointInterval placement = placement(bounds, i, test);
            double p = p(bounds, i, test);
            bounds.set(i, placement.likeliest(REACH));
            placed.add(new ChangePoint(bounds.get(i), placement.earliest(), placement.latest(), p));
        }
        return List.copyOf(placed);
    }

    private ChangePointInterval placement(List<Integer> bounds, int i, LevelTest test) {
        return new ChangePointInterval(edges, test.varianceAround(bounds.get(i)), bounds.get(i - 1), bounds.get(i + 1));
    }

    /**
     * Where between its neighbours is a change? Each place is as likely as the squares that it leaves say, were the noise normal and
     * the levels unknown (Bai, Econometric Theory 13, 1997, for the least squares; the levels are integrated out).
     */
    private static final class ChangePointInterval {

        private static final double HELD = 0.999;

        private final int first;
        private final double[] shares;

        /**
         * @param cumulative sums of the values
         * @param variance of the noise around the change
         * @param from index of the first value of the segment before
         * @param to index after the last value of the segment after
         */
        ChangePointInterval(Cumulative cumulative, double variance, int from, int to) {
            first = from + SHORTEST;
            double[] unscaled = new double[to - SHORTEST - first + 1];
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < unscaled.length; i++) {
                int at = first + i;
                double left = cumulative.residual(from, at) + cumulative.residual(at, to);
                unscaled[i] = -left / (2 * variance) - Math.log((double) (at - from) * (to - at)) / 2;
                most = Math.max(most, unscaled[i]);
            }
            for (int i = 0; i < unscaled.length; i++) {
                unscaled[i] = Math.exp(unscaled[i] - most);
            }
            shares = MathArrays.normalizeArray(unscaled, 1);
        }

        /** The place in whose neighbourhood, {@code reach} to either side, the change is most likely. */
        int likeliest(int reach) {
            int best = 0;
            for (int i = 1; i < shares.length; i++) {
                double gain = around(i, reach) - around(best, reach);
                if (gain > 0 || gain == 0 && shares[i] > shares[best]) {
                    best = i;
                }
            }
            return first + best;
        }

        private double around(int place, int reach) {
            double sum = 0;
            for (int i = Math.max(0, place - reach); i <= Math.min(shares.length - 1, place + reach); i++) {
                sum += shares[i];
            }
            return sum;
        }

        /** First of the places that hold the change 999 times in 1,000; the rest is shared by what lies before and after. */
        int earliest() {
            int i = 0;
            for (double sum = shares[0]; sum <= (1 - HELD) / 2; sum += shares[i]) {
                i++;
            }
            return first + i;
        }

        /** Last of them. */
        int latest() {
            int i = shares.length - 1;
            for (double sum = shares[i]; sum <= (1 - HELD) / 2; sum += shares[i]) {
                i--;
            }
            return first + i;
        }
    }
}
