// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.TimedOutcome;
import org.openjdk.jmh.annotations.*;

/**
 * What does it cost to read a whole buffer that the client has not shrunk?
 *
 * <p>The control is {@code unguarded-shared}: the same mapping, the same read kernel, nothing around it. The strategies
 * that map should stay within a percent of it from 256 KiB on, since begin and end are nanoseconds and the read is
 * microseconds; the copying ones pay for a system call and a second pass, several times the read as long as the buffer
 * fits a cache.
 *
 * <p>{@code -opi N} sets the accesses in one invocation, which is one native call: reading 16 KiB takes 80 ns, a call
 * through JNA more than that.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar BufferRead.warm -p strategy=guard-pool -p size=1080p -opi 8</pre>
 */
@OperationsPerInvocation(16)
public class BufferRead extends RegionRead {

    @Param({"16KiB", "256KiB", "1080p", "4K"})
    public String size;

    private long frame;

    /**
     * The same bytes again and again: they stay in whichever cache they fit, as those of a buffer that is composited at
     * every frame and rarely drawn. A frame is bytes from DRAM only at 4K and above.
     */
    @Benchmark
    public long warm() {
        return read();
    }

    /**
     * The client draws a frame before each access, so the bytes lie in another core's cache or in DRAM. JMH times the
     * drawing too; {@code accessNs} is the access alone, timed in C, one reading of the clock included.
     */
    @Benchmark
    public long fresh() {
        long firstSeed = seed() + frame;
        TimedOutcome timed = pool.readFresh(firstSeed, region, accesses);
        frame += accesses;
        check.expect(foldOfFrames(firstSeed));
        ForkProfiler.record("accessNs", timed);
        return check.batch(timed.batch().checksum());
    }

    private long foldOfFrames(long firstSeed) {
        long fold = 0;
        for (int i = 0; i < accesses; i++) {
            fold = Checksum.fold(fold, Checksum.of(firstSeed + i, region));
        }
        return fold;
    }
}
