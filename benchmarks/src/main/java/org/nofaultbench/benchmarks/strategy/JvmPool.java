// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.BatchReader;
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
        return new JvmReader(open(), region, kernel, lossCheck);
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
}
