// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.nofaultbench.reports.advice.BreakEven.Zone;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Goes along two curves and says at each place who takes less time, all places together as one table.
 *
 * <p>The places at which it is not decided are the interval of the crossover: a test inverted, as Fieller does for the ratio of
 * means (Journal of the Royal Statistical Society B 16, 1954, 175-185). So the interval of the crossover and the band in which
 * it is undecided who takes less time are one and the same.
 */
final class CrossoverScan {

    /** From one place to the next at most 3% over two decades: finer than any crossover is known. */
    private static final int STEPS = 160;

    private static final double TOLERANCE = 1e-10;
    private static final int MOST_STEPS = 200;

    private final Curve first;
    private final Curve second;
    private final List<Double> places;
    private final List<Judgement> judgements;

    private CrossoverScan(Curve first, Curve second, InterimAnalyses looks) {
        this.first = first;
        this.second = second;
        Map<Double, PairedRounds> rows = new LinkedHashMap<>();
        scanned().forEach(x -> rows.put(x, pair(x)));
        Map<Double, Judgement> judged = looks.judge(rows);
        places = List.copyOf(judged.keySet());
        judgements = List.copyOf(judged.values());
    }

    /** Nothing where no look of the run had a round of both. */
    static Optional<BreakEven> between(Curve first, Curve second, InterimAnalyses looks) {
        CrossoverScan scan = new CrossoverScan(first, second, looks);
        if (scan.places.isEmpty()) {
            return Optional.empty();
        }
        int least = scan.least();
        return Optional.of(new BreakEven(
                first.strategy(),
                second.strategy(),
                scan.zones(),
                scan.crossings(),
                scan.ratio(least),
                scan.places.get(least)));
    }

    private PairedRounds pair(double x) {
        return second.times().apply(x).over(first.times().apply(x));
    }

    private Set<Double> scanned() {
        double low = Math.max(first.low(), second.low());
        double high = Math.min(first.high(), second.high());
        TreeSet<Double> scanned = new TreeSet<>(first.places());
        scanned.addAll(second.places());
        for (int i = 0; i <= STEPS; i++) {
            double x = low * Math.pow(high / low, (double) i / STEPS);
            scanned.add(first.whole() ? Math.rint(x) : x);
        }
        return scanned.subSet(low, true, high, true);
    }

    private Estimate ratio(int place) {
        return judgements.get(place).ratio();
    }

    /** Among the places where both are known without interpolation, or among all where there is none. */
    private int least() {
        Set<Double> known = new HashSet<>(first.places());
        known.retainAll(second.places());
        known.retainAll(places);
        return IntStream.range(0, places.size())
                .boxed()
                .filter(place -> known.isEmpty() || known.contains(places.get(place)))
                .min(Comparator.comparingDouble(place -> ratio(place).median()))
                .orElseThrow();
    }

    /** What is not decided reaches as far as the nearest place that is; two winners have such a zone between them. */
    private List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        double from = places.get(0);
        for (int i = 1; i < places.size(); i++) {
            Verdict before = verdict(i - 1);
            Verdict here = verdict(i);
            if (here != before) {
                double left = places.get(i - 1);
                double right = places.get(i);
                zones.add(new Zone(from, before == Verdict.UNDECIDED ? right : left, before));
                if (before != Verdict.UNDECIDED && here != Verdict.UNDECIDED) {
                    zones.add(new Zone(left, right, Verdict.UNDECIDED));
                }
                from = here == Verdict.UNDECIDED ? left : right;
            }
        }
        zones.add(new Zone(from, places.get(places.size() - 1), verdict(places.size() - 1)));
        return List.copyOf(zones);
    }

    private Verdict verdict(int place) {
        return judgements.get(place).verdict();
    }

    /** Roots of the logarithm of the median ratio, by Brent's method between two places on either side of 1. */
    private List<Double> crossings() {
        List<Double> crossings = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            double before = Math.log(ratio(i - 1).median());
            double here = Math.log(ratio(i).median());
            if (before < 0 != here < 0) {
                double left = places.get(i - 1);
                double right = places.get(i);
                crossings.add(before == 0 ? left : here == 0 ? right : root(left, right));
            }
        }
        return List.copyOf(crossings);
    }

    private double root(double left, double right) {
        UnivariateFunction logRatio = place -> {
            double x = Math.min(Math.max(Math.exp(place), left), right);
            return Math.log(pair(x).ratio().orElseThrow().median());
        };
        return Math.exp(
                new BrentSolver(TOLERANCE, TOLERANCE).solve(MOST_STEPS, logRatio, Math.log(left), Math.log(right)));
    }
}
