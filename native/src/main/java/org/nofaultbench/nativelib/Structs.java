// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.Native;

/** The layouts of {@code nofault.h}'s structures, which are 64-bit words throughout. */
final class Structs {

    static final int OUTCOME_BYTES = 3 * Long.BYTES;
    private static final int TOTAL_NS = OUTCOME_BYTES;
    private static final int HISTOGRAM = TOTAL_NS + Long.BYTES;
    static final int TIMED_BYTES = HISTOGRAM + LatencyHistogram.BUCKETS * Long.BYTES;

    private Structs() {}

    /** A string of C. */
    static Memory text(String value) {
        byte[] bytes = Native.toByteArray(value);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    static Memory region(Region region) {
        return new StructBuilder().region(region).memory();
    }

    static long checksum(Memory outcome) {
        return outcome.getLong(0);
    }

    static BatchOutcome outcome(Memory memory) {
        return new BatchOutcome(checksum(memory), memory.getLong(8), memory.getLong(16));
    }

    static TimedOutcome timed(Memory memory) {
        long[] buckets = memory.getLongArray(HISTOGRAM, LatencyHistogram.BUCKETS);
        return new TimedOutcome(outcome(memory), memory.getLong(TOTAL_NS), new LatencyHistogram(buckets));
    }
}
