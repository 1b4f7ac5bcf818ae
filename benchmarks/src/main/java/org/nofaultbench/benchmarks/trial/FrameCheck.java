// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.nio.ByteBuffer;
import org.nofaultbench.benchmarks.strategy.ReadKernel;
import org.nofaultbench.nativelib.Checksum;

/** A read kernel whose result is the number of bytes that are neither the frame's nor zero. */
class FrameCheck implements ReadKernel {

    private final long seed;
    private long foreign;

    FrameCheck(long seed) {
        this.seed = seed;
    }

    @Override
    public void start() {
        foreign = 0;
    }

    @Override
    public void add(ByteBuffer bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            byte found = bytes.get(at);
            if (found != 0 && found != Checksum.frameByte(seed, at)) {
                foreign++;
            }
        }
    }

    @Override
    public long result() {
        return foreign;
    }
}
