// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.apache.commons.numbers.combinatorics.Combinations;

/**
 * Are the two runs different? Answered for a whole table at once, so that a table in which nothing changed shows
 * any difference as seldom as one row would.
 *
 * <p>If a row did not change, any of its forks could as well have been one of the other run: the labels "base" and "new" are
 * assigned anew and the rows counted by {@link StepDown}. All assignments are tried where they are few; otherwise some are drawn
 * with a seed, so that the same files always give the same verdicts, and the real one counts as one of them (Phipson and Smyth,
 * Statistical Applications in Genetics and Molecular Biology 9, 2010, article 39). Rows with as many forks get the same
 * assignment, which keeps what ties them to one another; other rows have assignments of their own, which errs on the safe side.
 * What all rows moved by together is taken back first: it tells the labels apart in every row, and a table of a run that was a
 * little slower would look like one in which something changed. No shape of the noise is assumed.
 *
 * <p>How extreme an assignment is, is Welch's t, since one run may be noisier than the other (Janssen, Statistics and
 * Probability Letters 36, 1997, 9-21), on a scale that rows of different length share. As in {@link SignFlips} a figure is cut
 * at {@link #CUT} times the median distance from the middle; assignments do not change it, so the test stays exact.
 */
final class LabelPermutations {

    private static final int DRAWN = 9_999;
    private static final double FEW = 20_000;
    /** P values that are printed should be good for a digit. */
    private static final int FEWEST = 512;

    private static final double CUT = 3;

    private final List<PooledForks> rows;
    private final BitSet wanted;

    /**
     * @param rows both sides of each row
     * @param shared what all rows of the new run moved by together and may have, in logarithms
     * @param wanted rows whose p value must be fine enough for a verdict
     */
    LabelPermutations(List<UnpairedForks> rows, double shared, BitSet wanted) {
        this.rows = rows.stream().map(row -> new PooledForks(row, shared)).toList();
        this.wanted = wanted;
    }

    /** The least p value of so many forks: two assignments, the real one and its mirror image, among all. */
    static double leastP(int base, int next) {
        return 2 / new Shape(base, next).assignments();
    }

    /** One p value a row, each for the whole table. */
    double[] pValues() {
        if (rows.isEmpty()) {
            return new double[0];
        }
        double[] observed = rows.stream().mapToDouble(PooledForks::observed).toArray();
        List<Shape> shapes = rows.stream().map(row -> row.shape).distinct().toList();
        boolean all = shapes.size() == 1 && shapes.get(0).assignments() <= FEW;
        StepDown rowsLeft = new StepDown(observed, FEWEST);
        if (!all) {
            rowsLeft.add(observed);
        }
        int planned = all ? (int) shapes.get(0).assignments() : DRAWN;
        Iterator<Map<Shape, int[]>> assignments = all ? every(shapes.get(0)) : drawn(shapes);
        for (int i = 0; i < planned && !rowsLeft.isSettled(wanted, RunComparisons.ALPHA, planned); i++) {
            Map<Shape, int[]> labels = assignments.next();
            rowsLeft.add(rows.stream()
                    .mapToDouble(row -> row.extremeness(labels.get(row.shape)))
                    .toArray());
        }
        return rowsLeft.pValues();
    }

    private static Iterator<Map<Shape, int[]>> every(Shape shape) {
        return StreamSupport.stream(
                        Combinations.of(shape.base + shape.next, shape.next).spliterator(), false)
                .map(labels -> Map.of(shape, labels))
                .iterator();
    }

    private static Iterator<Map<Shape, int[]>> drawn(List<Shape> shapes) {
        Map<Shape, int[]> forks = new LinkedHashMap<>();
        shapes.forEach(shape ->
                forks.put(shape, IntStream.range(0, shape.base + shape.next).toArray()));
        SplittableRandom random = new SplittableRandom(shapes.size());
        return Stream.generate(() -> {
                    Map<Shape, int[]> labels = new LinkedHashMap<>();
                    forks.forEach((shape, all) -> labels.put(shape, draw(all, shape.next, random)));
                    return labels;
                })
                .iterator();
    }

    /** The head of Fisher and Yates' shuffle. */
    private static int[] draw(int[] all, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(all.length - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, count);
    }

    /** How many forks each side has: rows of one shape share their assignments. */
    private record Shape(int base, int next) {

        double assignments() {
            return BinomialCoefficientDouble.value(base + next, next);
        }
    }

    /** The forks of both runs of a row, in logarithms, with the labels off. */
    private static final class PooledForks {

        private final Shape shape;
        private final double[] logs;
        private final double sum;
        private final double squares;

        PooledForks(UnpairedForks row, double shared) {
            this.shape = new Shape(row.baseForks(), row.nextForks());
            this.logs = cut(DoubleStream.concat(
                            Arrays.stream(row.baseLogs()),
                            Arrays.stream(row.nextLogs()).map(log -> log - shared))
                    .toArray());
            this.sum = Arrays.stream(logs).sum();
            this.squares = Arrays.stream(logs).map(log -> log * log).sum();
        }

        private static double[] cut(double[] logs) {
            double middle = Estimate.medianOf(logs);
            double most = CUT * Estimate.medianOf(Arrays.stream(logs).map(log -> Math.abs(log - middle)));
            return Arrays.stream(logs)
                    .map(log -> most == 0 ? log - middle : Math.max(-most, Math.min(most, log - middle)))
                    .toArray();
        }

        double observed() {
            return extremeness(IntStream.range(shape.base, logs.length).toArray());
        }

        /** With these forks labelled "new". */
        double extremeness(int[] next) {
            double nextSum = 0;
            double nextSquares = 0;
            for (int slot : next) {
                nextSum += logs[slot];
                nextSquares += logs[slot] * logs[slot];
            }
            double difference = nextSum / shape.next - (sum - nextSum) / shape.base;
            double error = squaredError(nextSum, nextSquares, shape.next)
                    + squaredError(sum - nextSum, squares - nextSquares, shape.base);
            // Figures that do not vary at all differ without an error; a division by it would make the scale infinite.
            double t = difference == 0 ? 0 : difference / Math.sqrt(Math.max(error, 1e-24));
            return logs.length * Math.log1p(t * t / (logs.length - 2));
        }

        private static double squaredError(double sum, double squares, int n) {
            return Math.max(0, squares - sum * sum / n) / (n * (n - 1.0));
        }
    }
}
