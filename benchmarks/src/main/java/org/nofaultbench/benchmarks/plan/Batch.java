// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

/** How many accesses one invocation of a benchmark makes. */
@FunctionalInterface
interface Batch {

    /** As many as take about a millisecond, in which the call into the library is lost. */
    Batch BY_BYTES = bytes -> (int) Math.min(4096, (64L << 20) / bytes);

    /** Accesses of nothing, nanoseconds each. */
    Batch EMPTY = bytes -> 100_000;

    /** Each access waits for the client, so there is no call to hide; large frames take milliseconds to draw. */
    Batch FRAMES = bytes -> bytes > 1 << 20 ? 1 : 16;

    /** Frames at the pace of a screen: 60 to 250 ms. */
    Batch SCREEN = bytes -> 15;

    /** Accesses of each of several threads, which begin and end together. */
    Batch THREADS = bytes -> 2048;

    /** Pools, each with a client of its own. */
    Batch POOLS = bytes -> 4;

    Batch ONE = bytes -> 1;

    /** @param bytesPerAccess 0 where an access reads nothing */
    int accesses(long bytesPerAccess);
}
