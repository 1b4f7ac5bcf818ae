// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.nofaultbench.nativelib.TimedOutcome;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What the current iteration of this fork measured beside JMH's own score, between the benchmark that records it and the
 * profiler that reports it. JMH's own counters would be summed over iterations, which is no time that an access took.
 *
 * <p>A name says what becomes of several values: those that end in {@code Count} are added up, of those that begin with
 * {@code worst} the greatest counts, of others the mean.
 */
final class IterationMetrics {

    private static final String FAULTS = "faults";

    private static final int DIGITS = 3;

    private static IterationMetrics current = new IterationMetrics();

    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Histogram times = new Histogram(DIGITS);
    private String timedMetric;
    private long totalNs;
    private long accesses;
    private long faults;

    private IterationMetrics() {}

    static synchronized void record(String metric, double value) {
        current.values.computeIfAbsent(metric, name -> new ArrayList<>()).add(value);
    }

    /** Adds a batch that was timed in C, under the name of its metric, such as {@code recoveryNs}. */
    static synchronized void record(String metric, TimedOutcome timed) {
        current.timedMetric = metric;
        current.totalNs += timed.totalNs();
        current.accesses += timed.histogram().count();
        current.faults += timed.batch().faults();
        timed.histogram().forEachBucket(current.times::recordValueWithCount);
    }

    static synchronized IterationMetrics take() {
        IterationMetrics taken = current;
        current = new IterationMetrics();
        return taken;
    }

    /** Of each access that was timed in C; empty where none was. */
    Histogram times() {
        return times;
    }

    List<ScalarResult> results() {
        List<ScalarResult> results = new ArrayList<>();
        if (accesses > 0) {
            results.add(new ScalarResult(timedMetric, (double) totalNs / accesses, "ns/op", AggregationPolicy.AVG));
            results.add(new ScalarResult(FAULTS, (double) faults / accesses, "#/op", AggregationPolicy.AVG));
        }
        values.forEach((metric, all) -> results.add(
                new ScalarResult(metric, aggregate(all, policyOf(metric)), unitOf(metric), policyOf(metric))));
        return results;
    }

    private static double aggregate(List<Double> values, AggregationPolicy policy) {
        var all = values.stream().mapToDouble(Double::doubleValue);
        return switch (policy) {
            case SUM -> all.sum();
            case MAX -> all.max().orElseThrow();
            default -> all.average().orElseThrow();
        };
    }

    private static AggregationPolicy policyOf(String metric) {
        if (metric.endsWith("Count")) {
            return AggregationPolicy.SUM;
        }
        return metric.startsWith("worst") ? AggregationPolicy.MAX : AggregationPolicy.AVG;
    }

    private static String unitOf(String metric) {
        if (metric.contains("Ns")) {
            return "ns/op";
        }
        return metric.endsWith("Share") ? "1" : "#";
    }
}
