// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Estimate;

/**
 * What forks measured beside their cell's figure. A metric's name says what becomes of a fork's iterations: counts, which
 * end in {@code Count}, are added up, of those that begin with {@code worst} the greatest counts, of others the median.
 */
final class Metrics {

    private Metrics() {}

    /** Metric name to round to fork value, less the cell's own figure. */
    static Map<String, Map<Integer, Double>> of(List<ForkRecord> forks, String figure) {
        Map<String, Map<Integer, Double>> metrics = new LinkedHashMap<>();
        for (ForkRecord fork : forks) {
            fork.samples().forEach((name, samples) -> {
                if (!name.equals(figure) && !samples.isEmpty()) {
                    metrics.computeIfAbsent(name, metric -> new TreeMap<>()).put(fork.round(), valueOf(name, samples));
                }
            });
        }
        return metrics;
    }

    private static double valueOf(String name, List<Double> samples) {
        if (name.endsWith("Count")) {
            return samples.stream().mapToDouble(Double::doubleValue).sum();
        }
        return name.startsWith("worst") ? Collections.max(samples) : Estimate.medianOf(samples);
    }
}
