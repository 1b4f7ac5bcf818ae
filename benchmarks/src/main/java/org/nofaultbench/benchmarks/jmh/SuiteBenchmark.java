// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.*;

/** How JMH measures a benchmark unless its command line says otherwise; JMH takes annotations from superclasses. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public abstract class SuiteBenchmark {

    /** System property that hands the run's seed to the fork, a decimal 64-bit number. */
    public static final String SEED_PROPERTY = "nofault.seed";

    static long seed() {
        return Long.getLong(SEED_PROPERTY, 1L);
    }
}
