// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** Adds up accesses that are timed one by one in Java, as C does for its own. One thread at a time. */
public final class TimedBatch {

    private final long[] buckets = new long[LatencyHistogram.BUCKETS];
    private long checksum;
    private long lostAccesses;
    private long faults;
    private long totalNs;

    /** Times one access of {@code reader}; one reading of the clock is included. */
    public void time(BatchReader reader) {
        long startNs = System.nanoTime();
        reader.read(1);
        long takenNs = System.nanoTime() - startNs;
        add(takenNs, reader.outcome());
    }

    private void add(long takenNs, BatchOutcome access) {
        buckets[LatencyHistogram.bucketOf(takenNs)]++;
        totalNs += takenNs;
        checksum = Checksum.fold(checksum, access.checksum());
        lostAccesses += access.lostAccesses();
        faults += access.faults();
    }

    /** What was read and timed so far. */
    public TimedOutcome outcome() {
        return new TimedOutcome(
                new BatchOutcome(checksum, lostAccesses, faults), totalNs, new LatencyHistogram(buckets));
    }
}
