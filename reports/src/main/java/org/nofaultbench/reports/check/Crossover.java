// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two strategies change places over a quantity: at each of many places it is judged who takes less time, all of them
 * together.
 *
 * @param xs the places, ascending
 * @param verdicts of the second one's time over the first one's
 * @param ratios likewise
 * @param spots those places where both are known without interpolation; all where there is none
 * @param isDrawn whether the program draws its p values, so that chance decides where a zone ends
 */
record Crossover(Contender first, Contender second, List<Double> xs, List<String> verdicts, List<Sorted> ratios, Set<Double> spots,
        boolean isDrawn) {

    private static final int STEPS = 160;

    /** Every strategy that may be used and does not copy against every one that does, in the manifest's order. */
    static List<Crossover> all(Over over, Choices choices) {
        List<Crossover> all = new ArrayList<>();
        for (Contender first : over.times().keySet()) {
            for (Contender second : over.times().keySet()) {
                if (first.mayBeUsed() && !first.copies() && second.mayBeUsed() && second.copies()) {
                    of(over, first, second, choices).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<Crossover> of(Over over, Contender first, Contender second, Choices choices) {
        Course one = over.course().apply(first);
        Course other = over.course().apply(second);
        Map<Double, RawPair> pairs = new LinkedHashMap<>();
        if (haveCommonRound(over.times().get(first), over.times().get(second))) {
            places(one, other).forEach(x -> pairs.put(x, new RawPair(other.at().apply(x), one.at().apply(x), RawLook.ONLY)));
        }
        Verdicts<Double> judged = choices.judged(pairs);
        List<Double> xs = List.copyOf(judged.keys());
        if (xs.isEmpty()) {
            return Optional.empty();
        }
        Set<Double> both = new HashSet<>(one.spots());
        both.retainAll(other.spots());
        both.retainAll(xs);
        Set<Integer> rounds = new HashSet<>();
        pairs.values().forEach(pair -> rounds.addAll(pair.rounds()));
        return Optional.of(new Crossover(first, second, xs,
                xs.stream().map(x -> judged.standings(x).get(0).verdicts().iterator().next()).toList(),
                xs.stream().map(x -> judged.standings(x).get(0).pair().ratios()).toList(),
                both.isEmpty() ? Set.copyOf(xs) : both, rounds.size() > Flips.EXACT));
    }

    private static boolean haveCommonRound(List<Map<Integer, Double>> first, List<Map<Integer, Double>> second) {
        List<Map<Integer, Double>> known = new ArrayList<>(first);
        known.addAll(second);
        known.removeIf(Map::isEmpty);
        Set<Integer> common = new HashSet<>(known.get(0).keySet());
        known.forEach(times -> common.retainAll(times.keySet()));
        return !common.isEmpty();
    }

    /** What is known of both, and steps of the same factor from end to end. */
    private static Set<Double> places(Course one, Course other) {
        double low = Math.max(one.low(), other.low());
        double high = Math.min(one.high(), other.high());
        TreeSet<Double> places = new TreeSet<>(one.spots());
        places.addAll(other.spots());
        for (int i = 0; i <= STEPS; i++) {
            double x = low * Math.pow(high / low, (double) i / STEPS);
            places.add(one.isWhole() ? Math.rint(x) : x);
        }
        return low <= high ? places.subSet(low, true, high, true) : Set.of();
    }

    double low() {
        return xs.get(0);
    }

    double high() {
        return xs.get(xs.size() - 1);
    }

    /** Whether the copy takes longer wherever it was looked at. */
    boolean losesEverywhere() {
        return verdicts.stream().allMatch("SLOWER"::equals);
    }

    boolean winsEverywhere() {
        return verdicts.stream().allMatch("FASTER"::equals);
    }

    /** The place at which the copy does best. */
    int best() {
        Comparator<Integer> byRatio = Comparator.comparingDouble(i -> ratios.get(i).median());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < xs.size(); i++) {
            if (spots.contains(xs.get(i))) {
                places.add(i);
            }
        }
        return places.stream().min(byRatio).orElseThrow();
    }

    double leastRatio() {
        return ratios.get(best()).median();
    }

    List<Zone> zones() {
        return Zone.of(xs, verdicts);
    }

    /** Where the ratio is 1, between two places on either side of it. */
    List<Double> crossings() {
        List<Double> crossings = new ArrayList<>();
        for (int i = 1; i < xs.size(); i++) {
            double before = Math.log(ratios.get(i - 1).median());
            double here = Math.log(ratios.get(i).median());
            if (before < 0 != here < 0) {
                double share = before / (before - here);
                crossings.add(Math.exp((1 - share) * Math.log(xs.get(i - 1)) + share * Math.log(xs.get(i))));
            }
        }
        return crossings;
    }
}
