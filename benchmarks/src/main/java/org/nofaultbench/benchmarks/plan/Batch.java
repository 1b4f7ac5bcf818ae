// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

/** How many accesses one invocation holds. */
enum Batch {
    /** So many bytes that an invocation takes about a millisecond and the call into the library is lost in it. */
    BY_BYTES,
    /** Accesses of nothing: nanoseconds each. */
    EMPTY,
    /** Each waits for the client, so there is no call to hide; large frames take milliseconds to draw. */
    FRAMES,
    /** Of a screen, 100 ms and more each way. */
    SCREEN,
    /** Of each of several threads, which begin and end together. */
    THREADS,
    /** Pools, each with a client of its own. */
    POOLS,
    ONE;

    private static final int THREAD_ACCESSES = 2048;
    private static final int POOLS_AT_ONCE = 4;
    private static final int SCREEN_FRAMES = 15;
    private static final long BYTES = 64L << 20;
    private static final int MOST = 4096;

    /** @param bytesPerAccess 0 where an access reads nothing */
    int accesses(long bytesPerAccess) {
        return switch (this) {
            case BY_BYTES -> (int) Math.min(MOST, BYTES / bytesPerAccess);
            case EMPTY -> 100_000;
            case FRAMES -> bytesPerAccess > 1 << 20 ? 1 : 16;
            case SCREEN -> SCREEN_FRAMES;
            case THREADS -> THREAD_ACCESSES;
            case POOLS -> POOLS_AT_ONCE;
            case ONE -> 1;
        };
    }
}
