// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.NonUserCost;
import org.nofaultbench.nativelib.NonUserCost.Shape;
import org.openjdk.jmh.annotations.*;

/**
 * What does a patched kernel cost those who do not use its flag?
 *
 * <p>The shapes are those of will-it-scale's tests {@code page_fault1} to {@code page_fault3}, {@code mmap1} and {@code
 * fork1}. {@code eventNs}, timed in C, is one page fault, one pair of map and unmap, or one fork with exit and wait; JMH's
 * score is a whole invocation with its preparation. Pages are written once, so that none is mapped around a fault, and
 * never huge. A file is a memfd whose pages exist. A fork copies the page tables of this JVM too: compare it between
 * kernels with one JVM and one heap. Nothing here is compared within a run.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar NonUser</pre>
 */
@State(Scope.Thread)
public class NonUser extends SuiteBenchmark {

    private static final long BYTES = 4L << 20;
    private static final int MAPPINGS = 1000;

    private final NofaultLibrary library = NofaultLibrary.load();

    @Benchmark
    public long faultAnonymous() {
        return measure(Shape.FAULT_ANONYMOUS, 1);
    }

    @Benchmark
    public long faultPrivateFile() {
        return measure(Shape.FAULT_PRIVATE_FILE, 1);
    }

    @Benchmark
    public long faultSharedFile() {
        return measure(Shape.FAULT_SHARED_FILE, 1);
    }

    @Benchmark
    public long mapUnmap() {
        return measure(Shape.MAP_UNMAP, MAPPINGS);
    }

    @Benchmark
    public long forkExit() {
        return measure(Shape.FORK_EXIT, 1);
    }

    private long measure(Shape shape, long repeats) {
        NonUserCost cost = NonUserCost.measure(library, shape, BYTES, repeats);
        if (cost.events() == 0) {
            throw new IllegalStateException("nothing was counted: shape=" + shape + ", bytes=" + BYTES);
        }
        ForkProfiler.record("eventNs", cost.eventNs());
        return cost.events();
    }
}
