// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A benchmark whose accesses read one region of a client's buffer and return its checksum, which is arithmetic's. */
public abstract class RegionRead extends StrategyBenchmark {

    Region region;
    BatchReader reader;
    BatchCheck check;

    void attach(BenchmarkParams parameters, long poolBytes, Region read) {
        find(parameters);
        region = read;
        attach(poolBytes);
        reader = pool.reader(region);
        check = new BatchCheck(region.bytes() == 0 ? 0 : Checksum.folded(Checksum.of(seed(), region), accesses));
    }

    /** Of a whole buffer. */
    void attach(BenchmarkParams parameters, String size) {
        long whole = BufferSize.ofId(size).bytes();
        attach(parameters, whole, Region.whole(whole));
    }

    long read() {
        reader.read(accesses);
        return check.batch(reader.checksum());
    }

    /** Outside the timed region: a strategy that returned other bytes than the client's fails the fork. */
    @TearDown(Level.Iteration)
    public void verify() {
        check.verify(subject);
    }

    @TearDown
    public void close() {
        reader.close();
        detach();
    }
}
