// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A strategy's times over a quantity, such as bytes read, within the range in which they are known.
 *
 * @param places where they are known without interpolation, ascending
 * @param whole whether only whole numbers have a meaning, such as of reads
 * @param times within the range, by round
 */
record Curve(Eligibility strategy, List<Double> places, boolean whole, DoubleFunction<Times> times) {

    /**
     * Measured at some places. Between two neighbours each round is interpolated by itself, straight on logarithmic axes: a
     * strategy's time is a power of the bytes between sizes that are read alike. There is nothing beyond the ends.
     */
    static Curve through(Eligibility strategy, NavigableMap<Double, Times> points) {
        points.values().removeIf(Times::isMissing);
        return new Curve(strategy, List.copyOf(points.keySet()), false, x -> {
            Map.Entry<Double, Times> below = points.floorEntry(x);
            Map.Entry<Double, Times> above = points.ceilingEntry(x);
            if (below.getKey().equals(above.getKey())) {
                return below.getValue();
            }
            double share = Math.log(x / below.getKey()) / Math.log(above.getKey() / below.getKey());
            return below.getValue().with(above.getValue(), (a, b) -> a * Math.pow(b / a, share));
        });
    }

    double low() {
        return places.get(0);
    }

    double high() {
        return places.get(places.size() - 1);
    }

    /** What is known at a place without interpolation. */
    Optional<Times> known(double place) {
        return places.contains(place)
                ? Optional.of(times.apply(place)).filter(found -> !found.isMissing())
                : Optional.empty();
    }

    /** All that is known without interpolation. */
    List<Times> known() {
        return places.stream().flatMap(place -> known(place).stream()).toList();
    }
}
