// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.ClockCost;
import org.nofaultbench.nativelib.CountedBatch;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.TimedOutcome;
import org.openjdk.jmh.annotations.*;

/**
 * How long does the slowest access in a hundred, in a thousand, of all take?
 *
 * <p>Every access is timed alone, in C (in Java where the loop is), into a histogram whose buckets are 1/128 of a time
 * wide; the run keeps it whole in {@code latency.hlog}. {@code accessNs} is the mean. Each time includes one reading of
 * the clock, whose own cost and resolution are measured in the same fork: {@code clockNs}, {@code clockResolutionNs}. At
 * 16 KiB the reading is a third of the time; from 256 KiB on it is lost in it. What lies beyond p99 is mostly the
 * machine: timer ticks, other processes, the hypervisor; it is the same for all strategies unless one of them makes more
 * of it. JMH's score holds the clock readings and the histogram as well.
 *
 * <p>After each iteration one more batch is read under counters: minor faults, context switches and answered signals of an
 * access, and where the processor has counters, its instructions, cycles and dTLB misses in user space; where not, {@code
 * hardwareCountersErrno} says why.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ReadLatency -p strategy=guard-pool,copy-pread -p size=1080p</pre>
 */
@OperationsPerInvocation(16)
public class ReadLatency extends RegionRead {

    private static final int CLOCK_READINGS = 20_000;

    @Param({"16KiB", "256KiB", "1080p"})
    public String size;

    @Benchmark
    public long warm() {
        TimedOutcome timed = pool.readTimed(region, accesses);
        ForkProfiler.record("accessNs", timed);
        return check.batch(timed.batch().checksum());
    }

    @Override
    @TearDown(Level.Iteration)
    public void verify() {
        super.verify();
        ClockCost clock = ClockCost.measure(NofaultLibrary.load(), CLOCK_READINGS);
        ForkProfiler.record("clockNs", clock.readingNs());
        ForkProfiler.record("clockResolutionNs", clock.resolutionNs());
        pool.readCounted(region, accesses).ifPresent(this::record);
    }

    /** By access, of a batch of its own: opening the counters is not to be timed. */
    private void record(CountedBatch counted) {
        recordOne("minorFaultsPerAccess", counted.minorFaults());
        recordOne("contextSwitchesPerAccess", counted.contextSwitches());
        recordOne("signalsPerAccess", counted.batch().faults());
        ForkProfiler.record("hardwareCountersErrno", counted.hardwareErrno());
        if (counted.hardwareErrno() == 0) {
            recordOne("instructionsPerAccess", counted.instructions());
            recordOne("cyclesPerAccess", counted.cycles());
            recordOne("dtlbMissesPerAccess", counted.dtlbMisses());
        }
    }

    private void recordOne(String metric, long count) {
        ForkProfiler.record(metric, (double) count / accesses);
    }
}
