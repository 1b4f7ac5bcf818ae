// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A look at all comparisons while they were measured. The k-th has 1/(k(k+1)) of the error of a single one (Lan and DeMets,
 * Biometrika 70, 1983, 659-663, by Bonferroni's bound).
 *
 * @param rounds after which it was taken
 * @param share of the error that it has
 */
record RawLook(int rounds, double share) {

    /** Of a run that was judged once. */
    static final RawLook ONLY = new RawLook(Integer.MAX_VALUE, 1);

    private static final double ERROR = 0.05;
    private static final double ALPHA = 0.005;
    private static final int FIRST = 10;

    /** Those of a run: what it noted, or what it had come to when it was stopped. */
    static List<RawLook> of(JsonNode manifest, int lastRound) {
        JsonNode deciding = manifest.path("deciding");
        if (!deciding.isObject()) {
            return List.of(ONLY);
        }
        List<Integer> rounds = new ArrayList<>();
        deciding.path("looks").forEach(look -> rounds.add(look.asInt()));
        return numbered(rounds.isEmpty() ? upTo(lastRound) : rounds);
    }

    /** The first after ten rounds, each other after a third more, rounded up. */
    private static List<Integer> upTo(int lastRound) {
        List<Integer> rounds = new ArrayList<>();
        for (int next = FIRST, before = 0; before < lastRound; next = (4 * next + 2) / 3) {
            rounds.add(next);
            before = next;
        }
        return rounds;
    }

    private static List<RawLook> numbered(List<Integer> rounds) {
        List<RawLook> looks = new ArrayList<>();
        for (int k = 1; k <= rounds.size(); k++) {
            looks.add(new RawLook(rounds.get(k - 1), 1.0 / (k * (k + 1.0))));
        }
        return looks;
    }

    /** How often an interval of it must hold the true value. */
    double level() {
        return 1 - share * ERROR;
    }

    /** Share of tables without any difference in which it may show one. */
    double alpha() {
        return share * ALPHA;
    }

    /** The fewest rounds of which it can show a difference: two of all ways to exchange sides are the least that there are. */
    int fewest() {
        int n = 1;
        while (Math.pow(2, 1 - n) > alpha()) {
            n++;
        }
        return n;
    }

    Map<Integer, Double> upTo(Map<Integer, Double> figures) {
        return new TreeMap<>(figures).headMap(rounds, true);
    }
}
