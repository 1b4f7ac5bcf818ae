// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A benchmark whose accesses read one region of a client's buffer and return its checksum, which is arithmetic's. */
@State(Scope.Thread)
public abstract class RegionRead extends SuiteBenchmark {

    /** The registry's ids are filled in by the suite's entry point; this is what a bare JMH would run. */
    @Param("unguarded-shared")
    public String strategy;

    AttachedBuffer buffer;
    BatchCheck check;
    int accesses;

    void attach(BenchmarkParams parameters, long poolBytes, Region region) {
        accesses = parameters.getOpsPerInvocation();
        buffer = AttachedBuffer.attach(strategy, poolBytes, region);
        check = new BatchCheck(region.bytes() == 0 ? 0 : Checksum.folded(Checksum.of(Seed.value(), region), accesses));
    }

    /** One batch. */
    long read() {
        buffer.reader().read(accesses);
        return check.batch(buffer.reader().checksum());
    }

    /** What is read, such as {@code size=1080p}. */
    abstract String subject();

    /** Outside the timed region: a strategy that returned other bytes than the client's fails the fork. */
    @TearDown(Level.Iteration)
    public void verify() {
        check.verify("strategy=" + strategy + subject());
    }

    @TearDown
    public void detach() {
        buffer.close();
    }
}
