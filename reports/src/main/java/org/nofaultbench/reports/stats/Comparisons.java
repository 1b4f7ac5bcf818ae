// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * The comparisons of one table, judged together. A row is FASTER or SLOWER only if its own 95% interval says so and the whole
 * table's p value ({@link SignFlips}) does: of tables whose rows are all the same at most {@link #ALPHA}, half a percent, show any such row.
 */
public final class Comparisons {

    /** Share of tables without any difference that may show one. */
    public static final double ALPHA = 0.005;

    private Comparisons() {}

    /** The fewest rounds in which a row can be FASTER or SLOWER: smallest n with 2^(1-n) at or below alpha; nine. */
    public static int minimumRounds() {
        return minimumRounds(ALPHA);
    }

    /** Smallest n with 2^(1-n) at or below alpha. */
    static int minimumRounds(double alpha) {
        return (int) Math.ceil(1 - Math.log(alpha) / Math.log(2));
    }

    /** One judgement a row, under the row's key and in the order of the rows, each of which has a margin of its own. */
    public static <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows, Function<K, Margin> margins) {
        return judge(rows, margins, ALPHA, Estimate.CONFIDENCE);
    }

    /** The same with a smaller error, for one of several looks. */
    static <K> Map<K, Judgement> judge(
            Map<K, PairedRounds> rows, Function<K, Margin> margins, double alpha, double confidence) {
        // Nothing can be shown of rows of too few rounds, and in few flips they are often as extreme as measured, which
        // would hide what others show.
        Predicate<PairedRounds> isEnough = row -> row.rounds().size() >= minimumRounds(alpha);
        List<PairedRounds> shown = rows.values().stream().filter(isEnough).toList();
        Iterator<Double> p =
                DoubleStream.of(new SignFlips(logs(shown), alpha).pValues()).iterator();
        Map<K, Judgement> judged = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            double tableP = isEnough.test(row) ? p.next() : 1;
            Estimate ratio = row.ratio(confidence).orElseThrow();
            judged.put(
                    key,
                    new Judgement(
                            ratio,
                            row.difference(confidence),
                            Verdict.onRatio(ratio, margins.apply(key), tableP, alpha),
                            tableP,
                            0,
                            MinimumDetectableEffect.ofRounds(row.logRatios(row.rounds()), rows.size())));
        });
        return judged;
    }

    /** Each row with an entry for every round of the table; NaN where it has none. */
    private static List<double[]> logs(List<PairedRounds> rows) {
        SortedSet<Integer> rounds = new TreeSet<>();
        rows.forEach(row -> rounds.addAll(row.rounds()));
        return rows.stream().map(row -> row.logRatios(rounds)).toList();
    }
}
