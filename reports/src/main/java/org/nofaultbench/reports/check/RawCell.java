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
        Map<Integer, Map<String, List<Double>>> forks) {

    private static final String COUNT = "Count";
    private static final String WORST = "worst";

    /** What stands in a table's first column. */
    String name() {
        return strategy == null ? workload : strategy;
    }

    /** Round to the median of the fork's samples; of an emulated CPU, which has no times, none. */
    Map<Integer, Double> figures() {
        Map<Integer, Double> figures = new TreeMap<>();
        shown().forEach((round, samples) -> figures.put(round, new Sorted(samples.get(metric)).median()));
        return figures;
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
