// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Region;

/** The access loop of the Java strategies: begin is a try, end is the loss check. */
final class JvmReader implements BatchReader {

    /**
     * Between two checks. On JDK 17 each lost word raises a signal of its own until the error is thrown, a million of
     * them in 1080p, for seconds; a check every 64 KiB costs about a percent and leaves eight thousand of them.
     */
    private static final int STRETCH_BYTES = 64 << 10;

    private static final long FAULTS_ARE_THE_JVMS = 0;

    private final ByteBuffer bytes;
    private final Region region;
    private final ReadKernel kernel;
    private final Runnable lossCheck;
    private long checksum;
    private long lostAccesses;

    JvmReader(ByteBuffer bytes, Region region, ReadKernel kernel, Runnable lossCheck) {
        long lastRow = region.rows() * region.rectangles() - 1;
        if (lastRow >= 0 && region.rowOffsetBytes(lastRow) + region.rowBytes() > bytes.capacity()) {
            throw new IllegalArgumentException(
                    "the region does not fit: region=" + region + ", poolBytes=" + bytes.capacity());
        }
        this.bytes = bytes;
        this.region = region;
        this.kernel = kernel;
        this.lossCheck = lossCheck;
    }

    @Override
    public void read(long accesses) {
        long batch = 0;
        lostAccesses = 0;
        for (long i = 0; i < accesses; i++) {
            batch = Checksum.fold(batch, access());
            // Each access reads memory again: the client may have drawn.
            VarHandle.acquireFence();
        }
        checksum = batch;
    }

    private long access() {
        try {
            readRegion();
            return region.rows() == 0 ? 0 : kernel.result();
        } catch (InternalError e) {
            if (!LostPages.caused(e)) {
                throw e;
            }
            lostAccesses++;
            return 0;
        }
    }

    private void readRegion() {
        if (region.rows() > 0) {
            kernel.start();
            for (long row = 0; row < region.rows() * region.rectangles(); row++) {
                readRow((int) region.rowOffsetBytes(row), (int) region.rowBytes());
            }
        }
        lossCheck.run();
    }

    private void readRow(int from, int length) {
        int done = 0;
        for (; length - done > STRETCH_BYTES; done += STRETCH_BYTES) {
            kernel.add(bytes, from + done, STRETCH_BYTES);
            lossCheck.run();
        }
        kernel.add(bytes, from + done, length - done);
    }

    @Override
    public BatchOutcome outcome() {
        return new BatchOutcome(checksum, lostAccesses, FAULTS_ARE_THE_JVMS);
    }

    @Override
    public long checksum() {
        return checksum;
    }

    @Override
    public void close() {
        // Its memory is the heap's.
    }
}
