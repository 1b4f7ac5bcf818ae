// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A benchmark whose accesses read one region of a client's buffer and return its checksum, which is arithmetic's. */
public abstract class RegionRead extends StrategyBenchmark {

    AttachedBuffer buffer;
    BatchCheck check;

    void attach(BenchmarkParams parameters, long poolBytes, Region region) {
        find(parameters);
        buffer = AttachedBuffer.attach(library, readStrategy, poolBytes, region);
        check = new BatchCheck(region.bytes() == 0 ? 0 : Checksum.folded(Checksum.of(seed(), region), accesses));
    }

    long read() {
        buffer.reader().read(accesses);
        return check.batch(buffer.reader().checksum());
    }

    /** Outside the timed region: a strategy that returned other bytes than the client's fails the fork. */
    @TearDown(Level.Iteration)
    public void verify() {
        check.verify(subject);
    }

    @TearDown
    public void detach() {
        buffer.close();
    }
}
