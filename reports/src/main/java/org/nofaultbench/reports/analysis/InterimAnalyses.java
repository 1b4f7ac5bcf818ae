// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.nofaultbench.reports.model.SequentialSettings;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.SequentialTest;

/**
 * Judges comparisons of a run's cells as often as the run looked at them itself: a run that stops at what it sees may not be
 * judged as if it had been looked at once.
 *
 * @param margin what counts as the same
 * @param deciding how the run went about it; null for a run of fixed length, which is looked at once
 */
public record InterimAnalyses(Margin margin, SequentialSettings deciding) {

    /**
     * One judgement a row, in the order of the rows, all of them one family.
     *
     * @param rows each with a round that both of its sides have; one whose rounds all lie behind the last look has no judgement
     */
    public <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows) {
        return judge(rows, row -> margin);
    }

    /** The same where each row has a margin of its own. */
    public <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows, Function<K, Margin> margins) {
        if (deciding == null) {
            return Comparisons.judge(rows, margins);
        }
        SequentialTest<K> sequence = new SequentialTest<>(margins);
        Map<K, Judgement> judgements = Map.of();
        for (int look : looks(rows)) {
            judgements = sequence.look(upTo(look, rows));
        }
        return judgements;
    }

    /** Those that the run noted, or else those that it would have taken by now. */
    private List<Integer> looks(Map<?, PairedRounds> pairs) {
        if (!deciding.looks().isEmpty()) {
            return deciding.looks();
        }
        int last = pairs.values().stream()
                .mapToInt(pair -> pair.rounds().last())
                .max()
                .orElse(0);
        List<Integer> looks = new ArrayList<>();
        int look = 0;
        while (look < last) {
            look = SequentialTest.nextLook(look);
            looks.add(look);
        }
        return looks;
    }

    private static <K> Map<K, PairedRounds> upTo(int look, Map<K, PairedRounds> pairs) {
        Map<K, PairedRounds> then = new LinkedHashMap<>(pairs);
        then.replaceAll((row, pair) ->
                new PairedRounds(figuresUpTo(look, pair.candidate()), figuresUpTo(look, pair.baseline())));
        then.values().removeIf(pair -> pair.rounds().isEmpty());
        return then;
    }

    private static Map<Integer, Double> figuresUpTo(int look, Map<Integer, Double> figures) {
        return new TreeMap<>(figures).headMap(look, true);
    }
}
