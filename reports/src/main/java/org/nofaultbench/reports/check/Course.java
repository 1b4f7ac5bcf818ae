// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * One strategy's times over a quantity, from its first known spot to its last.
 *
 * @param spots ascending, at least one
 * @param isWhole whether there is nothing between two whole numbers
 * @param at times by round, at any place between the ends
 */
record Course(List<Double> spots, boolean isWhole, DoubleFunction<Map<Integer, Double>> at) {

    /** Between two spots each round follows a power of the quantity: a straight line on logarithmic axes. */
    static Course through(List<Over.Spot> spots, List<Map<Integer, Double>> times) {
        List<Double> places = new ArrayList<>();
        List<Map<Integer, Double>> known = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            if (!times.get(i).isEmpty()) {
                places.add(spots.get(i).x());
                known.add(times.get(i));
            }
        }
        return new Course(List.copyOf(places), false, x -> between(places, known, x));
    }

    private static Map<Integer, Double> between(List<Double> places, List<Map<Integer, Double>> known, double x) {
        int exact = places.indexOf(x);
        if (exact >= 0) {
            return known.get(exact);
        }
        int above = 1;
        while (places.get(above) < x) {
            above++;
        }
        double a = places.get(above - 1);
        double b = places.get(above);
        Map<Integer, Double> times = new TreeMap<>();
        Map<Integer, Double> right = known.get(above);
        known.get(above - 1).forEach((round, left) -> {
            if (right.containsKey(round)) {
                double slope = Math.log(right.get(round) / left) / Math.log(b / a);
                times.put(round, Math.exp(Math.log(left) + slope * Math.log(x / a)));
            }
        });
        return times;
    }

    double low() {
        return spots.get(0);
    }

    double high() {
        return spots.get(spots.size() - 1);
    }
}
