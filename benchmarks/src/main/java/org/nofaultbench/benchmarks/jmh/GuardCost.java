// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;

/**
 * What do begin and end cost around nothing?
 *
 * <p>The control is {@code unguarded-shared}, which has neither: its figure is the loop's own round, about a nanosecond,
 * and the difference to it is the guard. A thread-local guard is a few nanoseconds, sigsetjmp a little more, two system
 * calls hundreds. The copying strategies have no begin and end and stand at the control.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar GuardCost -p strategy=guard-pool,guard-jump</pre>
 */
@OperationsPerInvocation(100_000)
public class GuardCost extends RegionRead {

    private static final long POOL_BYTES = 4096;

    @Override
    void start() {
        start(POOL_BYTES, Region.nothing());
    }

    @Benchmark
    public long beginEnd() {
        return read();
    }
}
