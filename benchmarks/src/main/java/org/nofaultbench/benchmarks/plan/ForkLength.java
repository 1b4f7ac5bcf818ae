// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;

/** How long a fork of JMH's measures a cell. */
public interface ForkLength {

    /** Of the shortest fork: the second compiler has made the loop by then, if not always the best of it. */
    int WARMUP_ITERATIONS_IN_JAVA = 5;

    int warmupIterations(Cell cell);

    int iterations(Cell cell);

    Duration iterationTime();

    /** As short as a figure can be: where forks are many, what they cost is their start. */
    static ForkLength shortest() {
        return new ForkLength() {
            @Override
            public int warmupIterations(Cell cell) {
                return cell.inJava() ? WARMUP_ITERATIONS_IN_JAVA : 1;
            }

            @Override
            public int iterations(Cell cell) {
                return cell.workload().keepsPace() ? 1 : 2;
            }

            @Override
            public Duration iterationTime() {
                return Preset.QUICK.iterationTime();
            }
        };
    }
}
