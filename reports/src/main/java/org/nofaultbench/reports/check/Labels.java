// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * P values of rows of two runs that are judged together, from their definition: of the ways to say anew which forks are of the
 * second run, the share in which the most extreme row that is left is at least as extreme as it (Westfall and Young). All ways
 * are tried where the rows have the same numbers of forks and the ways are few; otherwise they are drawn, for rows of each size
 * by themselves.
 */
final class Labels {

    /** Up to as many ways the program tries all, too. */
    private static final double FEW = 20_000;
    private static final int DRAWN = 40_000;
    private static final long SEED = 20_240_607;
    private static final double ROUNDING = 1e-9;

    private final List<Forks> rows;
    private final List<Relabelled> forks;
    private final Map<List<Integer>, boolean[]> labels = new HashMap<>();

    /** @param shared what all rows of the second run moved by together, in logarithms */
    Labels(List<Forks> rows, double shared) {
        this.rows = rows;
        this.forks = rows.stream().map(row -> new Relabelled(row, shared)).toList();
        rows.forEach(row -> labels.put(sizes(row), measured(row)));
    }

    private static List<Integer> sizes(Forks row) {
        return List.of(row.before().size(), row.after().size());
    }

    private static boolean[] measured(Forks row) {
        boolean[] second = new boolean[row.before().size() + row.after().size()];
        Arrays.fill(second, row.before().size(), second.length, true);
        return second;
    }

    boolean isExact() {
        return labels.size() == 1 && rows.get(0).ways() <= FEW;
    }

    double[] pValues() {
        double[] observed = extremes();
        int[] order = IntStream.range(0, observed.length).boxed().sorted(Comparator.comparingDouble(row -> observed[row]))
                .mapToInt(Integer::intValue).toArray();
        int[] atLeast = new int[observed.length];
        int ways = 0;
        for (Consumer<boolean[]> way : isExact() ? all() : drawn()) {
            labels.values().forEach(way);
            count(atLeast, order, observed);
            ways++;
        }
        return stepDown(order, atLeast, ways);
    }

    private double[] extremes() {
        return IntStream.range(0, rows.size()).mapToDouble(row -> forks.get(row).extreme(labels.get(sizes(rows.get(row))))).toArray();
    }

    private List<Consumer<boolean[]>> all() {
        List<Consumer<boolean[]>> ways = new ArrayList<>();
        choose(new boolean[rows.get(0).before().size() + rows.get(0).after().size()], 0, rows.get(0).after().size(), ways);
        return ways;
    }

    /** Every fork is of the second run, or it is not. */
    private static void choose(boolean[] second, int fork, int wanted, List<Consumer<boolean[]>> ways) {
        if (wanted == 0) {
            boolean[] chosen = second.clone();
            ways.add(target -> System.arraycopy(chosen, 0, target, 0, chosen.length));
        } else if (second.length - fork >= wanted) {
            second[fork] = true;
            choose(second, fork + 1, wanted - 1, ways);
            second[fork] = false;
            choose(second, fork + 1, wanted, ways);
        }
    }

    private static List<Consumer<boolean[]>> drawn() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Collections.nCopies(DRAWN, second -> draw(second, random));
    }

    /** As many as before, each set of them as likely as any other: Knuth's algorithm S. */
    private static void draw(boolean[] second, SplittableRandom random) {
        int wanted = 0;
        for (boolean is : second) {
            wanted += is ? 1 : 0;
        }
        for (int i = 0; i < second.length; i++) {
            second[i] = random.nextInt(second.length - i) < wanted;
            wanted -= second[i] ? 1 : 0;
        }
    }

    private void count(int[] atLeast, int[] order, double[] observed) {
        double[] now = extremes();
        double greatest = 0;
        for (int row : order) {
            greatest = Math.max(greatest, now[row]);
            if (greatest >= observed[row] * (1 - ROUNDING)) {
                atLeast[row]++;
            }
        }
    }

    private static double[] stepDown(int[] order, int[] atLeast, int ways) {
        double[] p = new double[order.length];
        double largest = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            largest = Math.max(largest, (double) atLeast[order[i]] / ways);
            p[order[i]] = largest;
        }
        return p;
    }
}
