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

/**
 * What one look says of comparisons that are judged together. Where the program draws its p values, what is checked is what
 * holds whichever it draws: near alpha either word is right.
 */
final class Seen<K> {

    private static final double ROUNDING = 1e-9;

    /**
     * The program finds a difference where it draws a certain number of ways or fewer, 5 at least, of which alpha is the share.
     * With a p value so many times greater or smaller it draws more or fewer but once in ten thousand rows (Poisson).
     */
    private static final double SURELY_ABOVE = 5;
    private static final double SURELY_BELOW = 1.0 / 20;

    private final Map<K, RawPair> pairs = new LinkedHashMap<>();
    private final RawLook look;
    private final double band;
    private final Map<K, Double> p = new LinkedHashMap<>();
    private boolean exact;

    /** @param margin as a share of 1 */
    Seen(Map<K, RawPair> all, RawLook look, double margin) {
        this.look = look;
        this.band = 1 + margin;
        all.forEach((key, pair) -> pairs.put(key, pair.at(look)));
        pairs.values().removeIf(pair -> pair.rounds().isEmpty());
        judgeTogether();
    }

    private void judgeTogether() {
        Map<K, RawPair> shown = new LinkedHashMap<>(pairs);
        shown.values().removeIf(pair -> pair.rounds().size() < look.fewest());
        SortedSet<Integer> rounds = new TreeSet<>();
        shown.values().forEach(pair -> rounds.addAll(pair.rounds()));
        Flips flips = new Flips(shown.values().stream().map(pair -> logs(pair, rounds)).toArray(double[][]::new), look.alpha());
        double[] values = flips.pValues();
        exact = flips.isExact();
        List<K> keys = new ArrayList<>(shown.keySet());
        for (int i = 0; i < values.length; i++) {
            p.put(keys.get(i), values[i]);
        }
    }

    private static double[] logs(RawPair pair, SortedSet<Integer> rounds) {
        return rounds.stream()
                .mapToDouble(round -> pair.rounds().contains(round) ? Math.log(pair.of().get(round) / pair.over().get(round)) : Double.NaN)
                .toArray();
    }

    Set<K> keys() {
        return pairs.keySet();
    }

    /** Empty where nothing was measured of it by then. */
    Optional<Standing> standing(K key) {
        return Optional.ofNullable(pairs.get(key)).map(pair -> new Standing(pair, pairs.size(), words(key, pair)));
    }

    private Set<String> words(K key, RawPair pair) {
        Optional<double[]> interval = pair.ratios().interval();
        if (interval.isPresent() && interval.get()[0] >= 1 / band && interval.get()[1] <= band) {
            return Set.of("EQUIVALENT");
        }
        if (interval.isEmpty() || !p.containsKey(key)) {
            return Set.of("TOO FEW");
        }
        String side = interval.get()[1] < 1 ? "FASTER" : interval.get()[0] > 1 ? "SLOWER" : "UNDECIDED";
        double value = p.get(key) / look.alpha();
        if (!exact && value > SURELY_BELOW && value < SURELY_ABOVE && !side.equals("UNDECIDED")) {
            return Set.of(side, "UNDECIDED");
        }
        return Set.of(value <= 1 + ROUNDING ? side : "UNDECIDED");
    }
}
