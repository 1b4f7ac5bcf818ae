// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The forks of both runs of a row, with the labels "base" and "new" off.
 *
 * <p>How extreme a deal of the labels is, is Welch's t, since one run may be noisier than the other (Janssen, Statistics and
 * Probability Letters 36, 1997, 9-21), on a scale that rows of different length share. As in {@link SignFlips} a figure is cut
 * at {@link #CUT} times the median distance from the middle; deals do not change it, so the test stays exact.
 */
final class PooledForks {

    private static final double CUT = 3;

    private final double[] logs;
    private final int base;
    private final double sum;
    private final double squares;

    /** @param shared what all rows of the new run moved by together, in logarithms: it is taken back */
    PooledForks(UnpairedForks row, double shared) {
        this.base = row.baseForks();
        this.logs = cut(DoubleStream.concat(
                        Arrays.stream(row.baseLogs()),
                        Arrays.stream(row.nextLogs()).map(log -> log - shared))
                .toArray());
        this.sum = Arrays.stream(logs).sum();
        this.squares = Arrays.stream(logs).map(log -> log * log).sum();
    }

    private static double[] cut(double[] logs) {
        double middle = median(logs);
        double most = CUT
                * median(Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray());
        return Arrays.stream(logs)
                .map(log -> most == 0 ? log - middle : Math.max(-most, Math.min(most, log - middle)))
                .toArray();
    }

    private static double median(double[] values) {
        return Estimate.medianOf(Arrays.stream(values).boxed().toList());
    }

    /** As it was measured. */
    double extreme() {
        return extreme(IntStream.range(base, logs.length).toArray());
    }

    /** With these forks labelled "new". */
    double extreme(int[] next) {
        double t = t(next);
        return logs.length * Math.log1p(t * t / (logs.length - 2));
    }

    /** How many forks each side has: rows of one shape can share a deal. */
    List<Integer> shape() {
        return List.of(base, logs.length - base);
    }

    private double t(int[] next) {
        double nextSum = 0;
        double nextSquares = 0;
        for (int slot : next) {
            nextSum += logs[slot];
            nextSquares += logs[slot] * logs[slot];
        }
        int m = next.length;
        int n = logs.length - m;
        double difference = nextSum / m - (sum - nextSum) / n;
        double error = squaredError(nextSum, nextSquares, m) + squaredError(sum - nextSum, squares - nextSquares, n);
        // Figures that do not vary at all differ without an error; a division by it would make the scale infinite.
        return difference == 0 ? 0 : difference / Math.sqrt(Math.max(error, 1e-24));
    }

    private static double squaredError(double sum, double squares, int n) {
        return Math.max(0, squares - sum * sum / n) / (n * (n - 1.0));
    }
}
