// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cell of the manifest with the raw samples of its forks.
 *
 * @param forks round to metric to samples, of the forks that did not fail
 * @param borrowed figures of a cell without forks, from what it took within those of others; otherwise empty
 */
record RawCell(
        String id,
        String benchmark,
        String workload,
        String strategy,
        Map<String, String> parameters,
        String metric,
        String unit,
        double bytes,
        String baseline,
        boolean standIn,
        Map<Integer, Map<String, List<Double>>> forks,
        Map<Integer, Double> borrowed) {

    private static final String SCORE = "primary";
    private static final String BESIDE = "baselineNs";
    private static final String COUNT = "Count";
    private static final String WORST = "worst";

    /** What stands in a table's first column. */
    String name() {
        return strategy == null ? workload : strategy;
    }

    /** Round to the median of the fork's samples; of an emulated CPU, which has no times, none. */
    Map<Integer, Double> figures() {
        return forks.isEmpty() ? borrowed : medians(metric);
    }

    /** Round to what the baseline took in the same process; empty where it was not there. */
    Map<Integer, Double> beside() {
        return medians(BESIDE);
    }

    /** The forks that are JMH's, which jmh.json has: not of programs in C, which have no score of JMH's or hold a pair. */
    List<Map<String, List<Double>>> ofJmh() {
        return forks.values().stream()
                .filter(samples -> samples.containsKey(SCORE) && !samples.containsKey(BESIDE))
                .toList();
    }

    /** Round to the median of a metric's samples, where it has any. */
    Map<Integer, Double> medians(String name) {
        Map<Integer, Double> medians = new TreeMap<>();
        shown().forEach((round, samples) -> {
            if (!samples.getOrDefault(name, List.of()).isEmpty()) {
                medians.put(round, new Sorted(samples.get(name)).median());
            }
        });
        return medians;
    }

    RawCell borrowing(Map<Integer, Double> figures) {
        return new RawCell(id, benchmark, workload, strategy, parameters, metric, unit, bytes, baseline, standIn, forks, figures);
    }

    /** One value a fork that has the metric: counts added, the worst of the worst, otherwise the median. */
    List<Double> further(String name) {
        List<Double> values = new ArrayList<>();
        for (Map<String, List<Double>> samples : shown().values()) {
            List<Double> of = samples.getOrDefault(name, List.of());
            if (!of.isEmpty()) {
                values.add(name.endsWith(COUNT) ? new Sorted(of).sum() : name.startsWith(WORST)
                        ? Collections.max(of) : new Sorted(of).median());
            }
        }
        return values;
    }

    private Map<Integer, Map<String, List<Double>>> shown() {
        return unit.startsWith("emulated-") ? Map.of() : forks;
    }

    Optional<Sorted> sorted(List<Double> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Sorted(values));
    }
}
