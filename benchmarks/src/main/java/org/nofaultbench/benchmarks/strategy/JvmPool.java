// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Checksum;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.ReaderCpu;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.TimedBatch;
import org.nofaultbench.nativelib.TimedOutcome;

/** A file as a Java strategy has attached it. Not to be closed while another thread reads it. */
public final class JvmPool implements AttachedPool {

    private final ByteBuffer bytes;
    private final Runnable lossCheck;
    private final Runnable detach;
    private Client client;
    private boolean closed;

    /** @param lossCheck throws an InternalError where bytes have been lost since its last call */
    JvmPool(ByteBuffer bytes, Runnable lossCheck, Runnable detach) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.lossCheck = lossCheck;
        this.detach = detach;
    }

    /** Whose file it is, for {@link #readFresh}. */
    JvmPool of(Client owner) {
        client = owner;
        return this;
    }

    @Override
    public BatchReader reader(Region region) {
        return reader(region, new JavaSum());
    }

    /** A reader with a read kernel of the caller's own. */
    public BatchReader reader(Region region, ReadKernel kernel) {
        return new Reader(open(), region, kernel, lossCheck);
    }

    @Override
    public TimedOutcome readTimed(Region region, long accesses) {
        return readTimed(region, accesses, access -> {});
    }

    @Override
    public TimedOutcome readFresh(long seed, Region region, long accesses) {
        try (ReaderCpu placed = new ReaderCpu()) {
            return readTimed(region, accesses, access -> client.draw(seed + access));
        }
    }

    private TimedOutcome readTimed(Region region, long accesses, LongConsumer before) {
        TimedBatch timed = new TimedBatch();
        try (BatchReader reader = reader(region)) {
            for (long i = 0; i < accesses; i++) {
                before.accept(i);
                timed.time(reader);
            }
        }
        return timed.outcome();
    }

    /** Writes one byte of the pool, as screen capture would; a loss is an InternalError. */
    public void write(int at, byte value) {
        open().put(at, value);
        lossCheck.run();
    }

    private ByteBuffer open() {
        if (closed) {
            throw new IllegalStateException("the pool has been detached");
        }
        return bytes;
    }

    /** To read what has been unmapped would end the JVM, so readers are closed first. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            detach.run();
        }
    }

    /** The access loop of the Java strategies: begin is a try, end is the loss check. */
    private static final class Reader implements BatchReader {

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

        private Reader(ByteBuffer bytes, Region region, ReadKernel kernel, Runnable lossCheck) {
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
                if (!JvmMapped.lostPage(e)) {
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

    /** The loop that consumes the bytes of an access. One thread at a time. */
    public interface ReadKernel {

        void start();

        /** Appends one run; a run that is continued by another call must be cut at a multiple of 4096 bytes. */
        void add(ByteBuffer bytes, int from, int length);

        long result();
    }
}
