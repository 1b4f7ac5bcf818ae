// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

/** The head of {@code latency.hlog}, in HdrHistogram's log format, version 1.3. */
final class LatencyLog {

    static final String HEADER = """
            #[Histogram log format version 1.3]
            #[StartTime: 0.000 (seconds since epoch); times of single accesses in ns, tagged with their cell]
            "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
            """;

    private LatencyLog() {}
}
