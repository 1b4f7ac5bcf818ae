// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.model.Deciding;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Sequence;

/**
 * Judges the comparisons of a run as often as it looked at them itself: a run that stops at what it sees may not be judged as
 * if it had been looked at once.
 */
final class Looks {

    private Looks() {}

    /** @param deciding null for a run of fixed length, which is looked at once */
    static Map<String, Judgement> judge(Map<String, PairedRounds> pairs, Margin margin, Deciding deciding) {
        if (deciding == null) {
            return Comparisons.judge(pairs, margin);
        }
        Sequence<String> sequence = new Sequence<>(margin);
        Map<String, Judgement> judgements = Map.of();
        for (int look : looks(pairs, deciding)) {
            judgements = sequence.look(upTo(look, pairs));
        }
        return judgements;
    }

    /** Those that the run noted, or else those that it would have taken by now. */
    private static List<Integer> looks(Map<String, PairedRounds> pairs, Deciding deciding) {
        if (!deciding.looks().isEmpty()) {
            return deciding.looks();
        }
        int last = pairs.values().stream().mapToInt(pair -> pair.rounds().last()).max().orElse(0);
        List<Integer> looks = new ArrayList<>();
        int look = 0;
        while (look < last) {
            look = Sequence.nextLook(look);
            looks.add(look);
        }
        return looks;
    }

    private static Map<String, PairedRounds> upTo(int look, Map<String, PairedRounds> pairs) {
        Map<String, PairedRounds> then = new LinkedHashMap<>();
        pairs.forEach((row, pair) -> {
            PairedRounds part = new PairedRounds(figuresUpTo(look, pair.candidate()), figuresUpTo(look, pair.baseline()));
            if (!part.rounds().isEmpty()) {
                then.put(row, part);
            }
        });
        return then;
    }

    private static Map<Integer, Double> figuresUpTo(int look, Map<Integer, Double> figures) {
        return new TreeMap<>(figures).headMap(look, true);
    }
}
