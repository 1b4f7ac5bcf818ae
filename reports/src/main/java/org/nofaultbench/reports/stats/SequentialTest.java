// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Comparisons that are looked at again and again while they are measured, so that measuring may stop as soon as they are
 * decided.
 *
 * <p>Whoever looks five times at 5% is wrong in 14% to 26% of the cases. Each look therefore has an error of its own, and all
 * of them together add up to what a single look may have: the k-th has 1/(k(k+1)) of it, which adds up to 1 over all k, so
 * that there need be no last look. That is alpha spending (Lan and DeMets, Biometrika 70, 1983, 659-663) by Bonferroni's bound,
 * which holds whatever ties the looks to one another; the intervals, likewise, are repeated confidence intervals (Jennison and
 * Turnbull, Group Sequential Methods, 2000, chapter 9): all that are ever shown hold the true value together in 95%.
 *
 * <p>Rejected: O'Brien and Fleming's boundary. It keeps the error for late looks, for medicine cannot stop early; here most
 * rows differ by multiples and should cost no more than the first look.
 *
 * @param <K> what names a comparison
 */
public final class SequentialTest<K> {

    private static final int FIRST_LOOK = 10;
    private static final double GROWTH = 4.0 / 3;

    private final Function<K, Margin> margins;
    private final Map<K, Judgement> latest = new HashMap<>();
    private final Map<K, Integer> rounds = new HashMap<>();
    private int looks;

    /** @param margins of each row, which may depend on what was measured of it by then */
    public SequentialTest(Function<K, Margin> margins) {
        this.margins = margins;
    }

    /** The fewest rounds of a look after one at {@code rounds}; 0 asks for the first. */
    public static int nextLook(int rounds) {
        int look = FIRST_LOOK;
        while (look <= rounds) {
            look = (int) Math.ceil(look * GROWTH);
        }
        return look;
    }

    /** Whether to look after this many rounds: after 10, 14, 19 and so on, a third more each time. */
    public static boolean isLook(int rounds) {
        return nextLook(rounds - 1) == rounds;
    }

    /**
     * Judges all rows once more. A row that is decided stays as it was: what is measured of it later cannot undo it.
     *
     * @param rows every comparison of the family, each with a round that both of its sides have; also the decided ones
     */
    public Map<K, Judgement> look(Map<K, PairedRounds> rows) {
        looks++;
        double share = 1.0 / (looks * (looks + 1.0));
        double confidence = 1 - share * (1 - Estimate.CONFIDENCE);
        Map<K, Judgement> judged = Comparisons.judge(rows, margins, share * Comparisons.ALPHA, confidence);
        judged.replaceAll((row, judgement) -> stays(row, rows.get(row), judgement) ? latest.get(row) : judgement);
        latest.putAll(judged);
        rows.forEach((row, pair) -> rounds.put(row, pair.rounds().size()));
        return judged;
    }

    /** What was not measured since the last look is not looked at again: its smaller error would only undo what it showed. */
    private boolean stays(K row, PairedRounds pair, Judgement judgement) {
        Judgement last = latest.get(row);
        return last != null
                && (last.verdict().isDecided()
                        || rounds.get(row) == pair.rounds().size()
                                && !judgement.verdict().isDecided());
    }
}
