// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nofaultbench.reports.jmh.JmhMetric;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Which rows are compared.
 *
 * @param only rows whose label contains a match; empty for all
 * @param secondary secondary metrics of JMH whose name contains a match, beside the primary one; empty for none
 * @param replicate what counts as one figure
 */
public record RowSelection(Optional<Pattern> only, Optional<Pattern> secondary, Replicate replicate) {

    boolean takes(RowKey key) {
        return only.isEmpty() || only.get().matcher(key.label()).find();
    }

    boolean takesMetric(String name) {
        return name.equals(JmhMetric.PRIMARY) || secondary.isPresent() && secondary.get().matcher(name).find();
    }

    /** What counts as one figure. */
    public enum Replicate {
        /** A fork: a JVM of its own with a memory layout of its own. Its figure is the median of its iterations. */
        FORK,
        /**
         * An iteration, for a file of a single fork. Iterations of one fork resemble each other more than forks do, so that
         * intervals come out too short; the rows say so.
         */
        ITERATION;

        /** Neighbours are tied to each other, and more than this says nothing new. */
        private static final int MOST_ITERATIONS = 50;

        /** Figures of a row from its forks' iterations; what is no number counts as not measured. */
        List<Double> figures(List<List<Double>> forks) {
            List<List<Double>> numbers = forks.stream()
                    .map(fork -> fork.stream().filter(value -> !value.isNaN()).toList())
                    .filter(fork -> !fork.isEmpty())
                    .toList();
            return this == FORK
                    ? numbers.stream().map(Estimate::medianOf).toList()
                    : batches(numbers.stream().flatMap(List::stream).toList());
        }

        /** Medians of neighbours (batch means: Law and Kelton, Simulation Modeling and Analysis, section 9.5.3). */
        private static List<Double> batches(List<Double> values) {
            int batches = Math.min(MOST_ITERATIONS, values.size());
            List<Double> medians = new ArrayList<>();
            for (int i = 0; i < batches; i++) {
                int from = (int) ((long) i * values.size() / batches);
                int to = (int) ((i + 1L) * values.size() / batches);
                medians.add(Estimate.medianOf(values.subList(from, to)));
            }
            return medians;
        }
    }
}
