// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import java.util.List;

/**
 * One metric of a JMH result.
 *
 * @param name {@code primary} or that of a secondary metric, without the mark that older versions put before a profiler's
 * @param unit as JMH writes it, such as {@code ops/us}
 * @param forks the figure of every iteration, fork by fork; of a sampled iteration its mean; NaN where JMH had none
 */
public record JmhMetric(String name, String unit, List<List<Double>> forks) {

    /** JMH's own score. */
    public static final String PRIMARY = "primary";

    /** Whether iterations ended without a number. */
    public boolean hasGaps() {
        return forks.stream().flatMap(List::stream).anyMatch(value -> value.isNaN());
    }
}
