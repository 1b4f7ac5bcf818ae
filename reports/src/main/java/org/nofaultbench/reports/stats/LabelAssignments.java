// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Combinations;

/**
 * Ways to deal the labels "base" and "new" among a row's forks: all of them where they are few, otherwise some, drawn with a
 * seed so that the same files always give the same verdicts.
 */
final class LabelAssignments {

    private static final int DRAWN = 9_999;
    private static final double FEW = 20_000;

    private final Map<List<Integer>, int[]> slots = new LinkedHashMap<>();

    /** @param shapes forks of the base and of the new run that rows of the table have */
    LabelAssignments(Collection<List<Integer>> shapes) {
        shapes.forEach(shape -> slots.putIfAbsent(
                shape, IntStream.range(0, shape.get(0) + shape.get(1)).toArray()));
    }

    /** How many there are. */
    static double of(int base, int next) {
        return BinomialCoefficientDouble.value(base + next, next);
    }

    /** Whether all are dealt, the real one among them. */
    boolean areAll() {
        return slots.size() == 1 && slots.keySet().stream().allMatch(shape -> of(shape.get(0), shape.get(1)) <= FEW);
    }

    /** How many are dealt at most. */
    int planned() {
        return areAll()
                ? (int) slots.keySet().stream()
                        .mapToDouble(shape -> of(shape.get(0), shape.get(1)))
                        .sum()
                : DRAWN;
    }

    /** Gives deal after deal while they are wanted: for each shape the places of the forks that are "new". */
    void deal(Predicate<Map<List<Integer>, int[]>> goOn) {
        if (areAll()) {
            List<Integer> shape = slots.keySet().iterator().next();
            Iterator<int[]> hands =
                    Combinations.of(shape.get(0) + shape.get(1), shape.get(1)).iterator();
            while (hands.hasNext() && goOn.test(Map.of(shape, hands.next()))) {}
            return;
        }
        SplittableRandom random = new SplittableRandom(slots.size());
        for (int deal = 0; deal < DRAWN && goOn.test(hands(random)); deal++) {}
    }

    private Map<List<Integer>, int[]> hands(SplittableRandom random) {
        Map<List<Integer>, int[]> hands = new LinkedHashMap<>();
        slots.forEach((shape, all) -> hands.put(shape, hand(all, shape.get(1), random)));
        return hands;
    }

    /** The head of Fisher and Yates' shuffle. */
    private static int[] hand(int[] all, int cards, SplittableRandom random) {
        for (int i = 0; i < cards; i++) {
            int other = i + random.nextInt(all.length - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, cards);
    }
}
