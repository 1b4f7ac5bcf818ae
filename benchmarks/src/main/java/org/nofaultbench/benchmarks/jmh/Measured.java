// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Further metrics of the current iteration of this fork, between the benchmark that records them and the profiler that
 * reports them. A name says what becomes of several values: those that end in {@code Count} are added up, of those that
 * begin with {@code worst} the greatest counts, of others the mean.
 */
final class Measured {

    private static final Map<String, List<Double>> CURRENT = new LinkedHashMap<>();

    private Measured() {}

    static synchronized void record(String metric, double value) {
        CURRENT.computeIfAbsent(metric, name -> new ArrayList<>()).add(value);
    }

    /** Takes what has been recorded since the last call, one result a metric. */
    static synchronized Collection<ScalarResult> take() {
        List<ScalarResult> results = new ArrayList<>();
        CURRENT.forEach((metric, values) -> results.add(result(metric, values)));
        CURRENT.clear();
        return results;
    }

    private static ScalarResult result(String metric, List<Double> values) {
        return new ScalarResult(metric, of(values, policyOf(metric)), unitOf(metric), policyOf(metric));
    }

    private static double of(List<Double> values, AggregationPolicy policy) {
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
