// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Arrays;

/**
 * Times in nanoseconds, counted in C in log-linear buckets: exact below 128 ns, then 128 buckets to each power of two,
 * so that a bucket is never wider than 1/128 of its value. {@code histogram.h} has the same layout.
 */
public final class LatencyHistogram {

    static final int SUB_BUCKET_BITS = 7;
    static final int BUCKETS = (40 - SUB_BUCKET_BITS + 1) << SUB_BUCKET_BITS;

    /** Receives one non-empty bucket. */
    @FunctionalInterface
    public interface BucketVisitor {
        /**
         * @param midpointNs middle of the bucket in nanoseconds
         * @param count times that fell into it, 1 or more
         */
        void bucket(long midpointNs, long count);
    }

    private final long[] counts;

    LatencyHistogram(long[] counts) {
        if (counts.length != BUCKETS) {
            throw new IllegalArgumentException("wrong bucket count: buckets=" + counts.length + ", expected=" + BUCKETS);
        }
        this.counts = counts.clone();
    }

    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** Visits the non-empty buckets from the shortest time to the longest. */
    public void forEachBucket(BucketVisitor visitor) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] != 0) {
                visitor.bucket(midpointNs(bucket), counts[bucket]);
            }
        }
    }

    static long midpointNs(int bucket) {
        int octave = bucket >>> SUB_BUCKET_BITS;
        long sub = bucket & ((1 << SUB_BUCKET_BITS) - 1);
        if (octave == 0) {
            return sub;
        }
        long widthNs = 1L << (octave - 1);
        return (sub + (1 << SUB_BUCKET_BITS)) * widthNs + widthNs / 2;
    }
}
