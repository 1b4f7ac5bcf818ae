// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;
import org.openjdk.jmh.annotations.*;

/** A benchmark whose accesses read one region of a client's buffer and return its checksum, which is arithmetic's. */
public abstract class RegionRead extends StrategyBenchmark {

    Region region;
    BatchReader reader;
    BatchCheck check;

    /** Of a whole buffer. */
    @Override
    void start() {
        start(bytes, Region.whole(bytes));
    }

    void start(long poolBytes, Region read) {
        region = read;
        attach(poolBytes);
        reader = pool.reader(region);
        check = new BatchCheck(region.bytes() == 0 ? 0 : Checksum.folded(Checksum.of(seed(), region), accesses));
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
