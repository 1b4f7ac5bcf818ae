// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nofaultbench.benchmarks.plan.Cell;
import org.openjdk.jmh.runner.RunnerException;

/** Measures a cell in a process of its own. */
interface Forks {

    /**
     * Metric name to one value an iteration.
     *
     * @param latencies file in which the fork leaves the times of its accesses
     */
    Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException;
}
