// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Damage;
import org.openjdk.jmh.annotations.*;

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
@OperationsPerInvocation(16)
public class DamageRead extends RegionRead {

    @Param("1080p")
    public String size;

    /** Share of the buffer's area. */
    @Param({"1%", "5%", "25%", "100%"})
    public String damage;

    @Param({"one", "many", "column"})
    public String shape;

    @Override
    void start() {
        start(bytes, Damage.region(BufferSize.ofId(size), damage, shape));
    }

    @Benchmark
    public long damage() {
        return read();
    }
}
