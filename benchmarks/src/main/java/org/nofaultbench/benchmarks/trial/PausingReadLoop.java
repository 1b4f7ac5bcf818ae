// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.nio.ByteBuffer;
import org.nofaultbench.benchmarks.strategy.ReadKernel;

/** Does something else in the middle of an access: when it has begun, and before the first byte is read. */
final class PausingReadLoop implements ReadKernel {

    private final FrameCheck kernel;
    private final Runnable meanwhile;

    PausingReadLoop(long seed, Runnable meanwhile) {
        this.kernel = new FrameCheck(seed);
        this.meanwhile = meanwhile;
    }

    @Override
    public void start() {
        kernel.start();
        meanwhile.run();
    }

    @Override
    public void add(ByteBuffer bytes, int from, int length) {
        kernel.add(bytes, from, length);
    }

    @Override
    public long result() {
        return kernel.result();
    }
}
