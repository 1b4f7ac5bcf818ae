// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.ReadersOutcome;
import org.openjdk.jmh.annotations.*;

/**
 * Do readers in one address space hold one another up, and does one that recovers?
 *
 * <p>Each of {@code readers} threads reads a pool of its own, of a client of its own; with {@code recovering=yes} one thread
 * more attaches, loses and detaches a pool all the time, so that the memory map's lock and the TLB's shoot-downs are at work.
 * {@code accessNs} is an access of a reader, timed alone in C; {@code worstAccessNs} the longest. With more threads than
 * CPUs the scheduler's turns are in the figures: compare strategies with the same number of readers, and numbers of readers
 * only as far as there are CPUs. The control is {@code guard-pool}, since the unguarded one would not survive a recovery.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Scaling -p strategy=guard-pool -p readers=1,2 -p recovering=no,yes</pre>
 */
@OperationsPerInvocation(256)
public class Scaling extends StrategyBenchmark {

    @Param("256KiB")
    public String size;

    @Param("2")
    public int readers;

    @Param("no")
    public String recovering;

    @Override
    void start() {
        if (!recovering.matches("yes|no")) {
            throw new IllegalArgumentException("neither yes nor no: recovering=" + recovering);
        }
    }

    @Benchmark
    public long readers() {
        ReadersOutcome outcome = ReadersOutcome.measure(
                library, readStrategy.info(), bytes, seed(), readers, recovering.equals("yes"), accesses);
        if (outcome.wrongReaders() > 0) {
            throw new IllegalStateException(
                    "wrong bytes were read: " + subject + ", wrongReaders=" + outcome.wrongReaders());
        }
        ForkProfiler.record("accessNs", outcome.reads());
        ForkProfiler.record("worstAccessNs", outcome.worstNs());
        ForkProfiler.record("recoveriesCount", outcome.recoveries());
        return outcome.reads().totalNs();
    }
}
