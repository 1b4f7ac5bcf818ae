// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

/**
 * What the kernel and the processor counted while a batch was read; {@code struct nfb_counted}.
 *
 * @param batch what was read; its faults are the signals that the handlers answered
 * @param minorFaults of the reading thread
 * @param contextSwitches of the reading thread
 * @param hardwareErrno why the processor's counters could not be read; 0 where they could
 * @param instructions in user space
 * @param cycles in user space
 * @param dtlbMisses of loads in user space
 */
public record CountedBatch(
        BatchOutcome batch,
        long minorFaults,
        long contextSwitches,
        int hardwareErrno,
        long instructions,
        long cycles,
        long dtlbMisses) {

    static CountedBatch read(Memory memory) {
        long[] counts = memory.getLongArray(StructBuilder.OUTCOME_BYTES, 6);
        return new CountedBatch(
                StructBuilder.outcome(memory), counts[0], counts[1], (int) counts[2], counts[3], counts[4], counts[5]);
    }
}
