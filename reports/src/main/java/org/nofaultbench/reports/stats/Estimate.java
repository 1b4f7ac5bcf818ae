// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * A median with what may be said about it.
 *
 * @param median in the unit of the values
 * @param interval nominal 95% interval of the median; empty where there were fewer values than it needs
 * @param n how many values, one a round
 */
public record Estimate(double median, Optional<Interval> interval, int n) {

    /** How often an interval of the suite must hold the true value, as a share. */
    static final double CONFIDENCE = 0.95;

    /**
     * The fewest observations whose extremes hold the median this often: smallest n with 1 - 2^(1-n) at or above the level
     * (David and Nagaraja, Order Statistics, 3rd edition, section 7.1). Six.
     */
    public static int minimumRounds() {
        return Comparisons.minimumRounds(1 - CONFIDENCE);
    }

    /** Of one value a round; at least one. */
    public static Estimate of(Collection<Double> values) {
        return of(values, CONFIDENCE);
    }

    static Estimate of(Collection<Double> values, double confidence) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an estimate needs values: n=0");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Optional<Interval> interval = new MedianInterval(sorted.length, confidence).of(sorted);
        return new Estimate(medianOf(values), interval, sorted.length);
    }

    /** The figure of a fork from the samples of its iterations; at least one. */
    public static double medianOf(Collection<Double> values) {
        return medianOf(values.stream().mapToDouble(Double::doubleValue));
    }

    static double medianOf(DoubleStream values) {
        return Median.withDefaults().evaluate(values.toArray());
    }

    /** Of a copy: the values stay in their order. */
    static double medianOf(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }
}
