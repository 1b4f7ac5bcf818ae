// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import java.util.List;
import java.util.Map;

/**
 * One result of a JMH JSON file.
 *
 * @param benchmark class and method
 * @param mode {@code thrpt}, {@code avgt}, {@code sample} or {@code ss}
 * @param params by name, in the order of the file
 * @param settings how it was measured, by name: threads, JVM, times and so on; what a version did not write is missing
 * @param metrics the primary one first
 */
public record JmhEntry(
        String benchmark, String mode, Map<String, String> params, Map<String, String> settings, List<Metric> metrics) {

    /** Name of the setting of the JVM's arguments; each argument is a setting of its own, named {@code jvmArgs -Xmx}. */
    public static final String JVM_ARGUMENTS = "jvmArgs";

    /** Name of the setting that says how many forks there should be. */
    public static final String FORKS = "forks";

    /**
     * One metric of a JMH result.
     *
     * @param name {@code primary} or that of a secondary metric, without the mark that older versions put before a profiler's
     * @param unit as JMH writes it, such as {@code ops/us}
     * @param forks the figure of every iteration, fork by fork; of a sampled iteration its mean; NaN where JMH had none
     */
    public record Metric(String name, String unit, List<List<Double>> forks) {

        /** JMH's own score. */
        public static final String PRIMARY = "primary";

        /** Whether iterations ended without a number. */
        public boolean hasGaps() {
            return forks.stream().flatMap(List::stream).anyMatch(value -> value.isNaN());
        }
    }
}
