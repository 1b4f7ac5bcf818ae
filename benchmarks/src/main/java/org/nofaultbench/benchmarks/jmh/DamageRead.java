// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Damage;
import org.nofaultbench.nativelib.Checksum;
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
 * What does it cost to read the part of a buffer that has changed?
 *
 * <p>The control is {@code unguarded-shared}, on the same rectangles. What a strategy pays once an access weighs the more,
 * the smaller the damage; what it pays a row, such as one system call, the more, the narrower the rectangle. The whole of
 * an access's rectangles are read between one begin and one end, as an upload of several rectangles is. The bytes are warm:
 * the buffer is the reader's as far as its caches hold it.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar DamageRead -p strategy=copy-pread -p damage=5% -p shape=one,column</pre>
 */
@State(Scope.Thread)
@OperationsPerInvocation(16)
public class DamageRead extends SuiteBenchmark {

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("unguarded-shared")
    public String strategy;

    @Param("1080p")
    public String size;

    /** Share of the buffer's area. */
    @Param({"1%", "5%", "25%", "100%"})
    public String damage;

    @Param({"one", "many", "column"})
    public String shape;

    private AttachedBuffer buffer;
    private BatchCheck check;
    private int accesses;

    @Setup
    public void attach(BenchmarkParams parameters) {
        accesses = parameters.getOpsPerInvocation();
        BufferSize whole = BufferSize.ofId(size);
        Region damaged = Damage.region(whole, damage, shape);
        buffer = AttachedBuffer.attach(strategy, whole.bytes(), damaged);
        check = new BatchCheck(Checksum.folded(Checksum.of(Seed.value(), damaged), accesses));
    }

    @Benchmark
    public long damage() {
        buffer.reader().read(accesses);
        return check.batch(buffer.reader().checksum());
    }

    @TearDown(Level.Iteration)
    public void verify() {
        check.verify("strategy=" + strategy + ", size=" + size + ", damage=" + damage + ", shape=" + shape);
    }

    @TearDown
    public void detach() {
        buffer.close();
    }
}
