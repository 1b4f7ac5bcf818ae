// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Arrays;

/**
 * Times in nanoseconds, counted in log-linear buckets: exact below 128 ns, then 128 buckets to each power of two,
 * so that a bucket is never wider than 1/128 of its value. {@code histogram.h} has the same layout.
 */
public final class LatencyHistogram {

    static final int SUB_BUCKET_BITS = 7;
    private static final int LARGEST_BITS = 40;
    static final int BUCKETS = (LARGEST_BITS - SUB_BUCKET_BITS + 1) << SUB_BUCKET_BITS;

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
            throw new IllegalArgumentException(
                    "wrong bucket count: buckets=" + counts.length + ", expected=" + BUCKETS);
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

    /** Times of 2^40 ns and more share the last bucket. */
    static int bucketOf(long ns) {
        if (ns >>> SUB_BUCKET_BITS == 0) {
            return (int) ns;
        }
        if (ns >>> LARGEST_BITS != 0) {
            return BUCKETS - 1;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(ns) - SUB_BUCKET_BITS;
        // The leading bit is the octave's and drops out of the index.
        return (octave + 1 << SUB_BUCKET_BITS) + (int) (ns >>> octave) - (1 << SUB_BUCKET_BITS);
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
