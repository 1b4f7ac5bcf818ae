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
        String benchmark,
        String mode,
        Map<String, String> params,
        Map<String, String> settings,
        List<JmhMetric> metrics) {

    /** Name of the setting of the JVM's arguments; each argument is a setting of its own, named {@code jvmArgs -Xmx}. */
    public static final String JVM_ARGUMENTS = "jvmArgs";

    /** Name of the setting that says how many forks there should be. */
    public static final String FORKS = "forks";
}
