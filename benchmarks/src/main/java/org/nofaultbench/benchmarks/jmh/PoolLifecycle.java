// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Backing;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.PoolLife;
import org.nofaultbench.nativelib.PoolLife.Populate;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;

/**
 * What does a pool cost that comes, is shown and goes?
 *
 * <p>Clients attach and drop pools all the time. {@code cycleNs}, the figure, is attaching a pool, reading it for the first
 * time, unmapping it and closing its file; the parts stand beside it, with a second read and a resize by one page. Each
 * cycle has a client process of its own, which ends before the pool goes, so that the close is the last one and frees the
 * pages. With {@code populate=map} (MAP_POPULATE) or {@code madvise} (MADV_POPULATE_READ) the page faults of the first read
 * are taken in one system call at the attach. The control is {@code unguarded-shared}.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar PoolLifecycle -p strategy=guard-pool -p populate=none,map,madvise</pre>
 */
@OperationsPerInvocation(4)
public class PoolLifecycle extends StrategyBenchmark {

    @Param("1080p")
    public String size;

    @Param("none")
    public String populate;

    /** What the client's file is made of. */
    @Param("memfd")
    public String backing;

    private BatchCheck check;

    @Override
    void start() {
        check = new BatchCheck(Checksum.folded(Checksum.of(seed(), Region.whole(bytes)), 2L * accesses));
    }

    @Benchmark
    public long cycle() {
        PoolLife life = PoolLife.measure(
                library, readStrategy.info(), bytes, seed(), Populate.ofId(populate), Backing.ofId(backing), accesses);
        record("cycleNs", life.totalNs());
        record("attachNs", life.attachNs());
        record("firstReadNs", life.firstReadNs());
        record("warmReadNs", life.warmReadNs());
        record("resizeNs", life.resizeNs());
        record("unmapNs", life.unmapNs());
        record("closeNs", life.closeNs());
        return check.batch(life.checksum());
    }

    private void record(String metric, long allCyclesNs) {
        ForkProfiler.record(metric, (double) allCyclesNs / accesses);
    }

    @TearDown(Level.Iteration)
    public void verify() {
        check.verify(subject);
    }
}
