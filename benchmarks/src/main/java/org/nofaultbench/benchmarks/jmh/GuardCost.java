// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What do begin and end cost around nothing?
 *
 * <p>The control is {@code unguarded-shared}, which has neither: its figure is the loop's own round, about a nanosecond,
 * and the difference to it is the guard. A thread-local guard is a few nanoseconds, sigsetjmp a little more, two system
 * calls hundreds. The copying strategies have no begin and end and stand at the control.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar GuardCost -p strategy=guard-pool,guard-jump</pre>
 */
@State(Scope.Thread)
@OperationsPerInvocation(100_000)
public class GuardCost extends SuiteBenchmark {

    private static final long POOL_BYTES = 4096;

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("unguarded-shared")
    public String strategy;

    private AttachedBuffer buffer;
    private BatchCheck check;
    private int accesses;

    @Setup
    public void attach(BenchmarkParams parameters) {
        accesses = parameters.getOpsPerInvocation();
        buffer = AttachedBuffer.attach(strategy, POOL_BYTES, Region.nothing());
        check = new BatchCheck(0);
    }

    @Benchmark
    public long beginEnd() {
        buffer.reader().read(accesses);
        return check.batch(buffer.reader().checksum());
    }

    @TearDown(Level.Iteration)
    public void verify() {
        check.verify("strategy=" + strategy);
    }

    @TearDown
    public void detach() {
        buffer.close();
    }
}
