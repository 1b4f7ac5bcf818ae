// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Optional;

/** A client's file as one strategy has attached it, whatever the language of the loop that reads it. */
public interface AttachedPool extends AutoCloseable {

    /** A reader of {@code region}, to be closed before the pool. */
    BatchReader reader(Region region);

    /**
     * A reader whose loop copies the bytes to {@code upload}, to be closed before both; it has no checksum. Loops in
     * Java have {@code sum} alone.
     */
    default BatchReader reader(Region region, ReadLoop loop, UploadBuffer upload) {
        throw new UnsupportedOperationException("no such loop in Java: kernel=" + loop.id());
    }

    /** Reads {@code region} in {@code accesses} accesses, one after the other. */
    default BatchOutcome read(Region region, long accesses) {
        try (BatchReader reader = reader(region)) {
            reader.read(accesses);
            return reader.outcome();
        }
    }

    /** Reads as {@link #read} does, under the kernel's and the processor's counters; empty where the loop is Java's. */
    default Optional<CountedBatch> readCounted(Region region, long accesses) {
        return Optional.empty();
    }

    /** Reads as {@link #read} does, but each access is timed alone. */
    TimedOutcome readTimed(Region region, long accesses);

    /**
     * Reads as {@link #readTimed} does, each access after the client has drawn the frame of {@code seed
     * + i} on another CPU.
     */
    TimedOutcome readFresh(long seed, Region region, long accesses);

    @Override
    void close();
}
