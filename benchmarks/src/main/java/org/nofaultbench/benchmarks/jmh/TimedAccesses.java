// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.HdrHistogram.Histogram;
import org.nofaultbench.nativelib.TimedOutcome;

/**
 * What was timed in C during the current iteration of this fork, between the benchmark that records it and the profiler
 * that reports it. JMH's own counters would be summed over iterations, which is no time an access took.
 */
final class TimedAccesses {

    private static final int DIGITS = 3;

    private static final TimedAccesses CURRENT = new TimedAccesses();

    private final Histogram times = new Histogram(DIGITS);
    private String metric;
    private long totalNs;
    private long accesses;
    private long faults;

    private TimedAccesses() {}

    /** Adds a batch under the name of its metric, such as {@code recoveryNs}. */
    static synchronized void record(String metric, TimedOutcome timed) {
        CURRENT.metric = metric;
        CURRENT.totalNs += timed.totalNs();
        CURRENT.accesses += timed.histogram().count();
        CURRENT.faults += timed.batch().faults();
        timed.histogram().forEachBucket(CURRENT.times::recordValueWithCount);
    }

    /** What an iteration recorded; null where it timed nothing in C. */
    record Iteration(String metric, double meanNs, double faultsPerAccess, Histogram times) {}

    /** Takes what has been recorded since the last call. */
    static synchronized Iteration take() {
        return CURRENT.accesses == 0 ? null : CURRENT.takeOwn();
    }

    private Iteration takeOwn() {
        Iteration iteration =
                new Iteration(metric, (double) totalNs / accesses, (double) faults / accesses, times.copy());
        times.reset();
        totalNs = 0;
        accesses = 0;
        faults = 0;
        return iteration;
    }
}
