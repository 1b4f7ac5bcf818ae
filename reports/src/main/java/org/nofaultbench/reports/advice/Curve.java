// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.Comparator;
import java.util.List;

/** Times over a quantity, such as bytes read, within the range in which they are known. */
interface Curve {

    double low();

    double high();

    /** Within the range, by round. */
    Times at(double x);

    /** Where it is known without interpolation, so that no look at it misses them. */
    List<Double> places();

    /** The nearest place at which there is a value at all. */
    default double nearest(double x) {
        return x;
    }

    /**
     * Measured at some places. Between two neighbours each round is interpolated by itself, straight on logarithmic axes: a
     * strategy's time is a power of the bytes between sizes that are read alike. There is nothing beyond the ends.
     */
    static Curve through(List<Point> points) {
        return new Measured(
                points.stream().sorted(Comparator.comparingDouble(Point::x)).toList());
    }

    /**
     * One measured place.
     *
     * @param x above 0
     * @param times of the strategy there
     */
    record Point(double x, Times times) {}

    /** Ascending points, at least one. */
    record Measured(List<Point> points) implements Curve {

        @Override
        public double low() {
            return points.get(0).x();
        }

        @Override
        public double high() {
            return points.get(points.size() - 1).x();
        }

        @Override
        public List<Double> places() {
            return points.stream().map(Point::x).toList();
        }

        @Override
        public Times at(double x) {
            int right = 0;
            while (points.get(right).x() < x) {
                right++;
            }
            Point above = points.get(right);
            return above.x() == x ? above.times() : between(points.get(right - 1), above, x);
        }

        private static Times between(Point below, Point above, double x) {
            double share = Math.log(x / below.x()) / Math.log(above.x() / below.x());
            return below.times().with(above.times(), (a, b) -> a * Math.pow(b / a, share));
        }
    }

    /**
     * What a read costs over how often an attached pool is read: computed, not measured, and so known everywhere.
     *
     * @param whole read of all of the pool
     * @param losses share of the pools that are lost at their last read, 0 to 1
     */
    record OfLife(CostModel costs, Eligibility strategy, Scenario whole, double losses) implements Curve {

        @Override
        public double low() {
            return Scenario.READS.get(0);
        }

        @Override
        public double high() {
            return Scenario.READS.get(Scenario.READS.size() - 1);
        }

        @Override
        public List<Double> places() {
            return Scenario.READS.stream().map(Integer::doubleValue).toList();
        }

        /** There is no half of a read. */
        @Override
        public double nearest(double x) {
            return Math.rint(x);
        }

        @Override
        public Times at(double reads) {
            return costs.ofLife(strategy, whole.size(), costs.of(strategy, whole), reads, losses);
        }
    }
}
