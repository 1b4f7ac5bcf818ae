// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Are the two sides of each row different? Answered for a whole table at once, so that a table of rows that are all the same
 * shows any difference as seldom as one row would.
 *
 * <p>If two cells are the same, their figures of a round could as well be exchanged: the logarithm of the ratio then has
 * either sign with the same probability. The signs of whole rounds are therefore flipped, in all rows together, which keeps
 * whatever ties the rows to one another, a common baseline first; {@link StepDown} gives the p values. No assumption about the
 * shape of the noise is needed,
 * and none about the number of rows: with nine rounds 2 of 512 flips are the least that there can be, 0.4%.
 *
 * <p>How extreme a row is, is its likelihood ratio against "no difference", which is Student's t on a scale that rows of
 * different length share. A logarithm is cut at {@link #CUT} times the row's median one, so that a disturbed fork does not
 * hide a difference that all others show; flips do not change it, so the test stays exact.
 */
final class SignFlips {

    /** A p value at alpha should stand on this many flips, and on {@link #FEWEST_FLIPS} in any case. */
    private static final double FLIPS_AT_ALPHA = 5;

    private static final int FEWEST_FLIPS = 4096;
    private static final int ROUNDS_IN_A_WORD = 64;
    private static final double CUT = 3;

    private final double[][] rows;
    private final double[] squares;
    private final int[] lengths;
    private final int rounds;
    private final int wanted;
    private final double alpha;

    /**
     * @param rows logarithms of ratios, each row with an entry for every round of the table; NaN where it has none
     * @param alpha error at which the p values will be used, which says how fine they must be
     */
    SignFlips(List<double[]> rows, double alpha) {
        this.rows = rows.stream().map(SignFlips::cut).toArray(double[][]::new);
        this.squares = Arrays.stream(this.rows)
                .mapToDouble(row -> Arrays.stream(row).map(x -> x * x).sum())
                .toArray();
        this.lengths = rows.stream().mapToInt(row -> (int) present(row).count()).toArray();
        this.rounds = rows.isEmpty() ? 0 : rows.get(0).length;
        this.alpha = alpha;
        this.wanted = (int) Math.max(FEWEST_FLIPS, Math.ceil(FLIPS_AT_ALPHA / alpha));
    }

    private static DoubleStream present(double[] logs) {
        return Arrays.stream(logs).filter(log -> !Double.isNaN(log));
    }

    /** Rounds that the row does not have become 0, which no sum sees. */
    private static double[] cut(double[] logs) {
        double most = CUT * Estimate.medianOf(present(logs).map(Math::abs));
        return Arrays.stream(logs)
                .map(log -> Double.isNaN(log) ? 0 : Math.max(-most, Math.min(most, log)))
                .toArray();
    }

    /** One p value a row, each for the whole table. */
    double[] pValues() {
        double[] asMeasured = new double[rounds];
        Arrays.fill(asMeasured, 1);
        StepDown stepDown = new StepDown(extremes(asMeasured), 0);
        BitSet all = new BitSet();
        all.set(0, rows.length);
        SplittableRandom random = new SplittableRandom(rounds);
        for (int flip = 0; flip < flips() && (isExact() || !stepDown.isSettled(all, alpha, flips())); flip++) {
            stepDown.add(extremes(flip == 0 ? asMeasured : signs(flip, random)));
        }
        return stepDown.pValues();
    }

    private boolean isExact() {
        return rounds < ROUNDS_IN_A_WORD && 1L << Math.max(0, rounds - 1) <= wanted;
    }

    /** A flip and its mirror image are equally extreme: where all are taken, the first round keeps its sign. */
    private int flips() {
        return isExact() ? 1 << Math.max(0, rounds - 1) : wanted;
    }

    private double[] signs(int flip, SplittableRandom random) {
        double[] signs = new double[rounds];
        long bits = 2L * flip;
        for (int i = 0; i < rounds; i++) {
            if (i % ROUNDS_IN_A_WORD == 0 && !isExact()) {
                bits = random.nextLong();
            }
            signs[i] = (bits >> i % ROUNDS_IN_A_WORD & 1) == 0 ? 1 : -1;
        }
        return signs;
    }

    private double[] extremes(double[] signs) {
        return IntStream.range(0, rows.length)
                .mapToDouble(row -> extreme(row, signs))
                .toArray();
    }

    private double extreme(int row, double[] signs) {
        double[] logs = rows[row];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += signs[i] * logs[i];
        }
        double share = squares[row] == 0 ? 0 : Math.min(1, sum * sum / (lengths[row] * squares[row]));
        return -lengths[row] * Math.log1p(-share);
    }
}
