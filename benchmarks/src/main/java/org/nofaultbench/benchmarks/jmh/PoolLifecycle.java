// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.Backing;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.PoolLife;
import org.nofaultbench.nativelib.PoolLife.Populate;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

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
@State(Scope.Thread)
@OperationsPerInvocation(4)
public class PoolLifecycle extends SuiteBenchmark {

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("unguarded-shared")
    public String strategy;

    @Param("1080p")
    public String size;

    @Param("none")
    public String populate;

    /** What the client's file is made of. */
    @Param("memfd")
    public String backing;

    private NofaultLibrary library;
    private StrategyInfo strategyInfo;
    private long bytes;
    private int cycles;
    private BatchCheck check;

    @Setup
    public void start(BenchmarkParams parameters) {
        cycles = parameters.getOpsPerInvocation();
        library = NofaultLibrary.load();
        BufferSize buffer = BufferSize.ofId(size);
        bytes = buffer.bytes();
        Parameters combination =
                Parameters.of(buffer).with("populate", populate).with("backing", backing);
        strategyInfo = Strategies.measurable(library, Workload.LIFECYCLE, combination, strategy)
                .info();
        check = new BatchCheck(Checksum.folded(Checksum.of(Seed.value(), Region.whole(bytes)), 2L * cycles));
    }

    @Benchmark
    public long cycle() {
        PoolLife life = PoolLife.measure(
                library, strategyInfo, bytes, Seed.value(), Populate.of(populate), Backing.of(backing), cycles);
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
        IterationMetrics.record(metric, (double) allCyclesNs / cycles);
    }

    @TearDown(Level.Iteration)
    public void verify() {
        check.verify("strategy=" + strategy + ", size=" + size + ", populate=" + populate + ", backing=" + backing);
    }
}
