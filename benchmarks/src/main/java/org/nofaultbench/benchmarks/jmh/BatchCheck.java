// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import org.nofaultbench.nativelib.Checksum;

/**
 * Keeps the checksums of an iteration's batches beside what they should have been, and compares them when the iteration
 * is over: in the timed region a batch costs one multiplication and one addition here.
 */
final class BatchCheck {

    private long expectedBatch;
    private long expected;
    private long actual;
    private long batches;

    BatchCheck(long expectedBatch) {
        this.expectedBatch = expectedBatch;
    }

    /** From the next batch on another checksum is expected. */
    void expect(long checksum) {
        expectedBatch = checksum;
    }

    long batch(long checksum) {
        actual = Checksum.fold(actual, checksum);
        expected = Checksum.fold(expected, expectedBatch);
        batches++;
        return checksum;
    }

    void verify(String subject) {
        if (actual != expected) {
            throw new IllegalStateException(String.format(
                    "wrong bytes were read: %s, batches=%d, checksum=%016x, expected=%016x",
                    subject, batches, actual, expected));
        }
        actual = 0;
        expected = 0;
        batches = 0;
    }
}
