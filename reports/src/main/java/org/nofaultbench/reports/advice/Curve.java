// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.DoubleFunction;

/**
 * Times over a quantity, such as bytes read, within the range in which they are known.
 *
 * @param places where they are known without interpolation, ascending, at least one
 * @param whole whether only whole numbers have a meaning, such as of reads
 * @param times within the range, by round
 */
record Curve(List<Double> places, boolean whole, DoubleFunction<Times> times) {

    /**
     * Measured at some places. Between two neighbours each round is interpolated by itself, straight on logarithmic axes: a
     * strategy's time is a power of the bytes between sizes that are read alike. There is nothing beyond the ends.
     */
    static Curve through(NavigableMap<Double, Times> points) {
        return new Curve(List.copyOf(points.keySet()), false, x -> {
            Map.Entry<Double, Times> below = points.floorEntry(x);
            Map.Entry<Double, Times> above = points.ceilingEntry(x);
            double share = below.getKey().equals(above.getKey())
                    ? 0
                    : Math.log(x / below.getKey()) / Math.log(above.getKey() / below.getKey());
            return share == 0
                    ? below.getValue()
                    : below.getValue().with(above.getValue(), (a, b) -> a * Math.pow(b / a, share));
        });
    }

    double low() {
        return places.get(0);
    }

    double high() {
        return places.get(places.size() - 1);
    }

    Times at(double x) {
        return times.apply(x);
    }
}
