// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The comparisons of one table, judged together. A row is FASTER or SLOWER only if its own 95% interval says so and the whole
 * table's p value ({@link SignFlips}) does: of tables whose rows are all the same at most {@link #ALPHA}, half a percent, show any such row.
 */
public final class Comparisons {

    /** Share of tables without any difference that may show one. */
    public static final double ALPHA = 0.005;

    private final List<PairedRounds> rows;
    private final double alpha;

    private Comparisons(List<PairedRounds> rows, double alpha) {
        this.rows = rows;
        this.alpha = alpha;
    }

    /** The fewest rounds in which a row can be FASTER or SLOWER: smallest n with 2^(1-n) at or below alpha; nine. */
    public static int minimumRounds() {
        return minimumRounds(ALPHA);
    }

    /** Smallest n with 2^(1-n) at or below alpha. */
    static int minimumRounds(double alpha) {
        return (int) Math.ceil(1 - Math.log(alpha) / Math.log(2));
    }

    /** One judgement a row, under the row's key and in the order of the rows. */
    public static <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows, Margin margin) {
        return judge(rows, row -> margin);
    }

    /** The same where each row has a margin of its own. */
    public static <K> Map<K, Judgement> judge(Map<K, PairedRounds> rows, Function<K, Margin> margins) {
        return judge(rows, margins, ALPHA, Confidence.NINETY_FIVE);
    }

    /** The same with a smaller error, for one of several looks. */
    static <K> Map<K, Judgement> judge(
            Map<K, PairedRounds> rows, Function<K, Margin> margins, double alpha, Confidence confidence) {
        List<Judgement> judged = new Comparisons(List.copyOf(rows.values()), alpha)
                .judged(rows.keySet().stream().map(margins).toList(), confidence);
        Map<K, Judgement> byKey = new LinkedHashMap<>();
        rows.keySet().forEach(key -> byKey.put(key, judged.get(byKey.size())));
        return byKey;
    }

    private List<Judgement> judged(List<Margin> margins, Confidence confidence) {
        double[] p = pValues();
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PairedRounds row = rows.get(i);
            Estimate ratio = row.ratio(confidence).orElseThrow();
            judgements.add(new Judgement(
                    ratio,
                    row.difference(confidence).orElseThrow(),
                    Verdict.onRatio(ratio, margins.get(i), p[i], alpha),
                    Direction.of(ratio.median()),
                    p[i],
                    MinimumDetectableEffect.ofRounds(row.logRatios(), rows.size())));
        }
        return judgements;
    }

    /**
     * Rows of too few rounds stand outside: nothing can be shown of them, and in few flips they are as extreme as measured in
     * one of every few, which would hide what others show.
     */
    private double[] pValues() {
        int[] shown = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).rounds().size() >= minimumRounds(alpha))
                .toArray();
        double[] ofShown =
                new SignFlips(logs(Arrays.stream(shown).mapToObj(rows::get).toList()), alpha).pValues();
        double[] all = new double[rows.size()];
        Arrays.fill(all, 1);
        for (int i = 0; i < shown.length; i++) {
            all[shown[i]] = ofShown[i];
        }
        return all;
    }

    private static List<double[]> logs(List<PairedRounds> rows) {
        SortedSet<Integer> rounds = new TreeSet<>();
        rows.forEach(row -> rounds.addAll(row.rounds()));
        return rows.stream().map(row -> logs(row, rounds)).toList();
    }

    private static double[] logs(PairedRounds row, SortedSet<Integer> rounds) {
        SortedSet<Integer> own = row.rounds();
        return rounds.stream()
                .mapToDouble(round -> own.contains(round) ? row.logRatio(round) : Double.NaN)
                .toArray();
    }
}
