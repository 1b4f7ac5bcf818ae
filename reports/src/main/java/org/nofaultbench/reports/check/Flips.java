// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * P values of rows that are judged together, from their definition: of the ways to exchange the two sides of whole rounds, the
 * share in which the most extreme row that is left is at least as extreme as it (Westfall and Young, Resampling-Based Multiple
 * Testing, 1993). All ways are tried up to {@link #EXACT} rounds, and drawn beyond.
 */
final class Flips {

    /** Up to as many rounds the program tries all ways, too. */
    static final int EXACT = 13;

    private static final double CUT = 3;
    private static final double ROUNDING = 1e-9;
    private static final int FEWEST_DRAWN = 50_000;
    private static final double DRAWN_AT_ALPHA = 40;
    private static final long SEED = 20_240_607;

    private final double[][] logs;
    private final double[] squares;
    private final int[] lengths;
    private final int rounds;
    private final int ways;

    /** @param logs logarithms of ratios, a row each, with an entry for every round; NaN where it has none */
    Flips(double[][] logs, double alpha) {
        this.rounds = logs.length == 0 ? 0 : logs[0].length;
        this.lengths = Arrays.stream(logs).mapToInt(row -> present(row).length).toArray();
        this.logs = Arrays.stream(logs).map(Flips::cut).toArray(double[][]::new);
        this.squares = Arrays.stream(this.logs).mapToDouble(row -> Arrays.stream(row).map(x -> x * x).sum()).toArray();
        this.ways = isExact() ? 1 << Math.max(0, rounds - 1) : (int) Math.max(FEWEST_DRAWN, DRAWN_AT_ALPHA / alpha);
    }

    boolean isExact() {
        return rounds <= EXACT;
    }

    private static double[] present(double[] row) {
        return Arrays.stream(row).filter(log -> !Double.isNaN(log)).toArray();
    }

    /** At three times the median, so that one disturbed fork does not rule; 0 where a side is missing. */
    private static double[] cut(double[] row) {
        double most = CUT * new Sorted(Arrays.stream(present(row)).map(Math::abs).boxed().toList()).median();
        return Arrays.stream(row).map(log -> Double.isNaN(log) ? 0 : Math.max(-most, Math.min(most, log))).toArray();
    }

    double[] pValues() {
        boolean[] exchanged = new boolean[rounds];
        double[] observed = IntStream.range(0, logs.length).mapToDouble(row -> extreme(row, exchanged)).toArray();
        int[] order = IntStream.range(0, logs.length).boxed()
                .sorted(Comparator.comparingDouble(row -> observed[row]))
                .mapToInt(Integer::intValue).toArray();
        int[] atLeast = new int[logs.length];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int way = 0; way < ways; way++) {
            exchange(exchanged, way, random);
            count(atLeast, order, observed, exchanged);
        }
        return stepDown(order, atLeast);
    }

    /** The first way is what was measured. A way and its mirror image are the same, so that the first round may stay. */
    private void exchange(boolean[] exchanged, int way, SplittableRandom random) {
        for (int i = 1; i < rounds; i++) {
            exchanged[i] = isExact() ? (way >> (i - 1) & 1) == 1 : way > 0 && random.nextBoolean();
        }
    }

    private void count(int[] atLeast, int[] order, double[] observed, boolean[] exchanged) {
        double greatest = 0;
        for (int row : order) {
            greatest = Math.max(greatest, extreme(row, exchanged));
            if (greatest >= observed[row] * (1 - ROUNDING)) {
                atLeast[row]++;
            }
        }
    }

    private double[] stepDown(int[] order, int[] atLeast) {
        double[] p = new double[order.length];
        double largest = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            largest = Math.max(largest, (double) atLeast[order[i]] / ways);
            p[order[i]] = largest;
        }
        return p;
    }

    /** Likelihood ratio against "no difference", of one way to exchange the sides. */
    private double extreme(int row, boolean[] exchanged) {
        double sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += exchanged[i] ? -logs[row][i] : logs[row][i];
        }
        int n = lengths[row];
        double share = squares[row] == 0 ? 0 : Math.min(1, sum * sum / (n * squares[row]));
        return -n * Math.log1p(-share);
    }
}
