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

    private final List<Double> places;
    private final List<Judgement> judgements;

    private CrossoverScan(Curve first, Curve second, InterimAnalyses looks) {
        Map<Double, PairedRounds> rows = new LinkedHashMap<>();
        places(first, second).forEach(x -> rows.put(x, new PairedRounds(second.at(x).ns(), first.at(x).ns())));
        Map<Double, Judgement> judged = looks.judge(rows);
        places = List.copyOf(judged.keySet());
        judgements = List.copyOf(judged.values());
    }

    /** Nothing where no look of the run had a round of both. */
    static Optional<BreakEven> of(Eligibility one, Curve first, Eligibility other, Curve second, InterimAnalyses looks) {
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
                .filter(place -> known.contains(places.get(place)) || places.stream().noneMatch(known::contains))
                .min(Comparator.comparingDouble(place -> ratio(place).median()))
                .orElseThrow();
    }

    /** What is not decided reaches as far as the nearest place that is; two winners have such a zone between them. */
    private List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        double from = places.get(0);
        for (int i = 1; i < places.size(); i++) {
            Zone.Winner before = winner(i - 1);
            Zone.Winner here = winner(i);
            if (here != before) {
                double left = places.get(i - 1);
                double right = places.get(i);
                double end = before == Zone.Winner.UNDECIDED ? right : left;
                zones.add(new Zone(from, end, before));
                if (before != Zone.Winner.UNDECIDED && here != Zone.Winner.UNDECIDED) {
                    zones.add(new Zone(left, right, Zone.Winner.UNDECIDED));
                }
                from = here == Zone.Winner.UNDECIDED ? left : right;
            }
        }
        zones.add(new Zone(from, places.get(places.size() - 1), winner(places.size() - 1)));
        return List.copyOf(zones);
    }

    private Zone.Winner winner(int place) {
        return Zone.Winner.of(judgements.get(place).verdict());
    }

    /** Interpolated between the two places on either side of 1. */
    private List<Double> crossings() {
        List<Double> crossings = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            double before = Math.log(ratio(i - 1).median());
            double here = Math.log(ratio(i).median());
            if (before < 0 != here < 0) {
                crossings.add(places.get(i - 1) * Math.pow(places.get(i) / places.get(i - 1), before / (before - here)));
            }
        }
        return List.copyOf(crossings);
    }
}
