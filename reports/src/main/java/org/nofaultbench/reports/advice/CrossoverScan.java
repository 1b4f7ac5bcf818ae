// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.nofaultbench.reports.advice.BreakEvens.Line;
import org.nofaultbench.reports.analysis.InterimAnalyses;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

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

    private static final double RELATIVE = 1e-10;
    private static final double ABSOLUTE = 1e-10;
    private static final int MOST_STEPS = 200;

    private final Curve first;
    private final Curve second;
    private final List<Double> places;
    private final List<Judgement> judgements;

    private CrossoverScan(Curve first, Curve second, InterimAnalyses looks) {
        this.first = first;
        this.second = second;
        Map<Double, PairedRounds> rows = new LinkedHashMap<>();
        places(first, second)
                .forEach(x -> rows.put(
                        x, new PairedRounds(second.at(x).ns(), first.at(x).ns())));
        Map<Double, Judgement> judged = looks.judge(rows);
        places = List.copyOf(judged.keySet());
        judgements = List.copyOf(judged.values());
    }

    /** Nothing where no look of the run had a round of both. */
    static Optional<BreakEven> between(
            Eligibility one, Curve first, Eligibility other, Curve second, InterimAnalyses looks) {
        CrossoverScan scan = new CrossoverScan(first, second, looks);
        return scan.places.isEmpty() ? Optional.empty() : Optional.of(scan.breakEven(one, first, other, second));
    }

    private BreakEven breakEven(Eligibility one, Curve first, Eligibility other, Curve second) {
        int least = least(first, second);
        return new BreakEven(one, other, zones(), crossings(), ratio(least), places.get(least));
    }

    private static List<Double> places(Curve first, Curve second) {
        double low = Math.max(first.low(), second.low());
        double high = Math.min(first.high(), second.high());
        TreeSet<Double> places = new TreeSet<>(first.places());
        places.addAll(second.places());
        for (int i = 0; i <= STEPS; i++) {
            places.add(first.nearest(low * Math.pow(high / low, (double) i / STEPS)));
        }
        return List.copyOf(places.subSet(low, true, high, true));
    }

    private Estimate ratio(int place) {
        return judgements.get(place).ratio();
    }

    /** Among the places where both are known without interpolation, or among all where there is none. */
    private int least(Curve first, Curve second) {
        Set<Double> known = new HashSet<>(first.places());
        known.retainAll(second.places());
        return IntStream.range(0, places.size())
                .boxed()
                .filter(place ->
                        known.contains(places.get(place)) || places.stream().noneMatch(known::contains))
                .min(Comparator.comparingDouble(place -> ratio(place).median()))
                .orElseThrow();
    }

    /** What is not decided reaches as far as the nearest place that is; two winners have such a zone between them. */
    private List<BreakEven.Zone> zones() {
        List<BreakEven.Zone> zones = new ArrayList<>();
        double from = places.get(0);
        for (int i = 1; i < places.size(); i++) {
            BreakEven.Zone.Winner before = winner(i - 1);
            BreakEven.Zone.Winner here = winner(i);
            if (here != before) {
                double left = places.get(i - 1);
                double right = places.get(i);
                double end = before == BreakEven.Zone.Winner.UNDECIDED ? right : left;
                zones.add(new BreakEven.Zone(from, end, before));
                if (before != BreakEven.Zone.Winner.UNDECIDED && here != BreakEven.Zone.Winner.UNDECIDED) {
                    zones.add(new BreakEven.Zone(left, right, BreakEven.Zone.Winner.UNDECIDED));
                }
                from = here == BreakEven.Zone.Winner.UNDECIDED ? left : right;
            }
        }
        zones.add(new BreakEven.Zone(from, places.get(places.size() - 1), winner(places.size() - 1)));
        return List.copyOf(zones);
    }

    private BreakEven.Zone.Winner winner(int place) {
        return BreakEven.Zone.Winner.of(judgements.get(place).verdict());
    }

    /**
     * Roots of the logarithm of the median ratio, found by Brent's method between two places on either side of 1; each round
     * is interpolated by itself, straight on logarithmic axes.
     */
    private List<Double> crossings() {
        List<Double> crossings = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            double before = Math.log(ratio(i - 1).median());
            double here = Math.log(ratio(i).median());
            if (before < 0 != here < 0) {
                crossings.add(
                        before == 0
                                ? places.get(i - 1)
                                : here == 0 ? places.get(i) : root(places.get(i - 1), places.get(i)));
            }
        }
        return List.copyOf(crossings);
    }

    /** There is no half of a read: between whole numbers the ratio is taken as straight on logarithmic axes. */
    private double root(double left, double right) {
        double low = Math.log(left);
        double high = Math.log(right);
        UnivariateFunction logRatio = place -> {
            double x = Math.exp(place);
            return Math.log(medianRatio(Math.min(Math.max(x, left), right)));
        };
        return Math.exp(new BrentSolver(RELATIVE, ABSOLUTE).solve(MOST_STEPS, logRatio, low, high));
    }

    private double medianRatio(double x) {
        double near = first.nearest(x);
        return near == x || first.places().contains(x)
                ? ratioAt(x)
                : Math.exp(new LinearInterpolator()
                        .interpolate(
                                logs(Math.floor(x), Math.ceil(x)),
                                new double[] {Math.log(ratioAt(Math.floor(x))), Math.log(ratioAt(Math.ceil(x)))})
                        .value(Math.log(x)));
    }

    private double ratioAt(double x) {
        return new PairedRounds(second.at(x).ns(), first.at(x).ns())
                .ratio()
                .orElseThrow()
                .median();
    }

    private static double[] logs(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /** Who may be recommended and does not copy, each against who may be and does, with a round and a part of the quantity in common. */
    static List<BreakEven> pairs(List<Line> lines, InterimAnalyses looks, Function<Line, Curve> curve) {
        List<BreakEven> pairs = new ArrayList<>();
        for (Line first : eligible(lines, strategy -> !strategy.copies())) {
            for (Line second : eligible(lines, Eligibility::copies)) {
                Curve one = curve.apply(first);
                Curve other = curve.apply(second);
                boolean overlap = Math.max(one.low(), other.low()) <= Math.min(one.high(), other.high());
                if (overlap && haveCommonRound(first, second)) {
                    CrossoverScan.between(first.strategy(), one, second.strategy(), other, looks)
                            .ifPresent(pairs::add);
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static List<Line> eligible(List<Line> lines, Predicate<Eligibility> side) {
        return lines.stream()
                .filter(line -> line.strategy().mayBeRecommended() && side.test(line.strategy()))
                .toList();
    }

    /** One that all measured places of both share, so that there is a ratio anywhere between them. */
    private static boolean haveCommonRound(Line first, Line second) {
        Set<Integer> common = new HashSet<>();
        boolean begun = false;
        for (Line line : List.of(first, second)) {
            for (Times times : line.times()) {
                if (!times.isMissing()) {
                    common = begun ? common : new HashSet<>(times.ns().keySet());
                    common.retainAll(times.ns().keySet());
                    begun = true;
                }
            }
        }
        return !common.isEmpty();
    }
}
