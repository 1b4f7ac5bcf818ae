// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The verdicts of comparisons that are judged together, from their definition: every way of exchanging the two sides of whole
 * rounds is tried (Westfall and Young, Resampling-Based Multiple Testing, 1993). Beyond {@link #EXACT} rounds there are too
 * many ways for that; the program draws some of them there, and what is checked is what holds whichever are drawn.
 */
final class Verdicts<K> {

    private static final double ALPHA = 0.005;
    private static final double CUT = 3;
    private static final int FEWEST = 9;
    private static final int EXACT = 13;
    private static final double ROUNDING = 1e-9;

    private final Map<K, RawPair> pairs;
    private final double band;
    private final Map<K, Double> p;

    /** @param margin as a share of 1 */
    Verdicts(Map<K, RawPair> pairs, double margin) {
        this.pairs = new LinkedHashMap<>(pairs);
        this.pairs.values().removeIf(pair -> pair.rounds().isEmpty());
        this.band = 1 + margin;
        this.p = pValues();
    }

    Set<K> keys() {
        return pairs.keySet();
    }

    int rows() {
        return pairs.size();
    }

    Optional<RawPair> pair(K key) {
        return Optional.ofNullable(pairs.get(key));
    }

    /** The words that are right; more than one only where chance decides which. */
    Set<String> of(K key) {
        Sorted ratios = pairs.get(key).ratios();
        Optional<double[]> interval = ratios.interval();
        if (interval.isPresent() && interval.get()[0] >= 1 / band && interval.get()[1] <= band) {
            return Set.of("EQUIVALENT");
        }
        if (interval.isEmpty() || ratios.size() < FEWEST) {
            return Set.of("TOO FEW");
        }
        String side = interval.get()[1] < 1 ? "FASTER" : interval.get()[0] > 1 ? "SLOWER" : "UNDECIDED";
        if (p.isEmpty()) {
            return Set.of(side, "UNDECIDED");
        }
        return Set.of(p.get(key) <= ALPHA + ROUNDING ? side : "UNDECIDED");
    }

    /** Verdict to how many rows have it; empty where chance decides any of them. */
    Optional<Map<String, Long>> counts() {
        List<Set<String>> all = pairs.keySet().stream().map(this::of).toList();
        return all.stream().anyMatch(words -> words.size() > 1)
                ? Optional.empty()
                : Optional.of(all.stream().collect(Collectors.groupingBy(words -> words.iterator().next(), Collectors.counting())));
    }

    private Map<K, Double> pValues() {
        Map<K, RawPair> shown = new LinkedHashMap<>(pairs);
        shown.values().removeIf(pair -> pair.rounds().size() < FEWEST);
        SortedSet<Integer> rounds = new TreeSet<>();
        shown.values().forEach(pair -> rounds.addAll(pair.rounds()));
        if (rounds.size() > EXACT) {
            return Map.of();
        }
        List<Integer> order = List.copyOf(rounds);
        Map<K, double[]> logs = new LinkedHashMap<>();
        shown.forEach((key, pair) -> logs.put(key, cut(pair, order)));
        return stepDown(logs, order.size());
    }

    /** By round; cut at three times the median, so that one disturbed fork does not rule; 0 where a side is missing. */
    private static double[] cut(RawPair pair, List<Integer> order) {
        List<Double> sizes = pair.logs().stream().map(Math::abs).toList();
        double most = CUT * new Sorted(sizes).median();
        double[] logs = new double[order.size()];
        for (int i = 0; i < logs.length; i++) {
            if (pair.rounds().contains(order.get(i))) {
                double log = Math.log(pair.of().get(order.get(i)) / pair.over().get(order.get(i)));
                logs[i] = Math.max(-most, Math.min(most, log));
            }
        }
        return logs;
    }

    private Map<K, Double> stepDown(Map<K, double[]> logs, int rounds) {
        List<K> rows = new ArrayList<>(logs.keySet());
        Map<K, Double> observed = new LinkedHashMap<>();
        rows.forEach(row -> observed.put(row, extreme(logs.get(row), pairs.get(row).rounds().size(), 0)));
        rows.sort((a, b) -> Double.compare(observed.get(b), observed.get(a)));
        int ways = 1 << Math.max(0, rounds - 1);
        Map<K, Integer> atLeast = new LinkedHashMap<>();
        for (int way = 0; way < ways; way++) {
            double greatest = 0;
            for (int i = rows.size() - 1; i >= 0; i--) {
                K row = rows.get(i);
                greatest = Math.max(greatest, extreme(logs.get(row), pairs.get(row).rounds().size(), way));
                if (greatest >= observed.get(row) * (1 - ROUNDING)) {
                    atLeast.merge(row, 1, Integer::sum);
                }
            }
        }
        Map<K, Double> p = new LinkedHashMap<>();
        double largest = 0;
        for (K row : rows) {
            largest = Math.max(largest, (double) atLeast.getOrDefault(row, 0) / ways);
            p.put(row, largest);
        }
        return p;
    }

    /** Likelihood ratio against "no difference", of one way to exchange the sides. */
    private static double extreme(double[] logs, int n, int way) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < logs.length; i++) {
            boolean exchanged = i > 0 && (way >> (i - 1) & 1) == 1;
            sum += exchanged ? -logs[i] : logs[i];
            squares += logs[i] * logs[i];
        }
        double share = squares == 0 ? 0 : Math.min(1, sum * sum / (n * squares));
        return -n * Math.log1p(-share);
    }
}
