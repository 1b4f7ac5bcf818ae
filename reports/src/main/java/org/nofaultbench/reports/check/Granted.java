// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What two boots may differ by beside the margin, in logarithms, from its definition: what all rows moved by together, what is
 * assumed at most, and beside that what they scatter by beyond their forks' own noise; or three times what a boot drifts by, where
 * that is more. Fewer than eight rows tell none of the first two, and are granted what is assumed.
 */
final class Granted {

    private static final double MOST = Math.log(1.1);
    private static final int ENOUGH = 8;
    private static final double ALPHA = 0.01;
    private static final double DRIFT = 3;
    /** Of the square of a standard normal variable; its root is the median of the absolute value. */
    private static final double MEDIAN_OF_SQUARE = 0.454936;
    private static final double NORMAL = 1.482602;
    private static final int HALVINGS = 200;

    private final List<Forks> rows;
    private final double assumed;

    /**
     * @param rows that have enough forks
     * @param assumed share of 1 by which two boots are assumed to differ; 0 where each of the forks is one
     */
    Granted(List<Forks> rows, double assumed) {
        this.rows = rows;
        this.assumed = Math.log1p(assumed);
    }

    double log() {
        if (rows.isEmpty()) {
            return assumed;
        }
        double shared = rows.size() < ENOUGH ? assumed : Math.abs(shared());
        return Math.max(shared + Math.min(MOST, scatter()), Math.min(MOST, drift()));
    }

    /** What all rows moved by together, as far as it is granted; 0 where they are too few to tell. */
    double shared() {
        return rows.size() < ENOUGH ? 0 : Math.max(-assumed, Math.min(assumed, median(Forks::shift)));
    }

    private double scatter() {
        if (rows.size() < ENOUGH) {
            return 0;
        }
        double middle = median(Forks::shift);
        double[] squares = rows.stream().mapToDouble(row -> Math.pow(row.shift() - middle, 2)).toArray();
        double[] errors = rows.stream().mapToDouble(Granted::squaredError).toArray();
        return Math.sqrt(excess(squares, errors)) * Student.beyond(ALPHA / rows.size(), rows.size() - 1);
    }

    /**
     * The variance that, added to the rows' own, makes the median of their squares that of chance. A row by itself gives one;
     * the median's lies between the two middle ones of those.
     */
    private static double excess(double[] squares, double[] errors) {
        double[] own = new double[squares.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = squares[i] / MEDIAN_OF_SQUARE - errors[i];
        }
        Arrays.sort(own);
        double low = Math.max(0, own[(own.length - 1) / 2]);
        double high = Math.max(0, own[own.length / 2]);
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double variance = (low + high) / 2;
            if (standardised(squares, errors, variance) > MEDIAN_OF_SQUARE) {
                low = variance;
            } else {
                high = variance;
            }
        }
        return high;
    }

    private static double standardised(double[] squares, double[] errors, double variance) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < squares.length; i++) {
            all.add(squares[i] / (errors[i] + variance));
        }
        return new Sorted(all).median();
    }

    private static double squaredError(Forks row) {
        List<Double> distances = distances(row.before());
        distances.addAll(distances(row.after()));
        return Math.pow(NORMAL * new Sorted(distances).median(), 2) * (1.0 / row.before().size() + 1.0 / row.after().size());
    }

    private static List<Double> distances(List<Double> figures) {
        double middle = new Sorted(figures.stream().map(Math::log).toList()).median();
        return new ArrayList<>(figures.stream().map(figure -> Math.abs(Math.log(figure) - middle)).toList());
    }

    private double drift() {
        return DRIFT * Math.max(Math.abs(median(row -> halves(row, Forks::before))), Math.abs(median(row -> halves(row, Forks::after))));
    }

    /** By how much the second half of a run lies above its first; a fork in the middle is of neither. */
    private static double halves(Forks row, Function<Forks, List<Double>> side) {
        List<Double> run = side.apply(row);
        int half = run.size() / 2;
        return new Forks(run.subList(0, half), run.subList(run.size() - half, run.size())).shift();
    }

    private double median(ToDoubleFunction<Forks> of) {
        return new Sorted(rows.stream().map(of::applyAsDouble).toList()).median();
    }
}
