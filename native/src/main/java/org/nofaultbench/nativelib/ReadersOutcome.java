// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

/**
 * What several readers in one process came to; {@code struct nfb_scaling}.
 *
 * @param reads of the readers, which lose nothing
 * @param worstNs the longest of them
 * @param recoveries of the thread beside them meanwhile
 * @param wrongReaders that read other bytes than their client's
 */
public record ReadersOutcome(TimedOutcome reads, long worstNs, long recoveries, long wrongReaders) {

    /**
     * Measures {@code readers} threads that read a pool of their own each.
     *
     * @param poolBytes of each client's file; a multiple of 4096
     * @param recovering whether one thread more loses a pool of its own again and again
     * @param accesses of each reader
     */
    public static ReadersOutcome measure(
            NofaultLibrary library,
            StrategyInfo strategy,
            long poolBytes,
            long seed,
            int readers,
            boolean recovering,
            long accesses) {
        return StructBuilder.withClients(library, strategy, poolBytes, seed)
                .word(readers)
                .word(recovering ? 1 : 0)
                .word(accesses)
                .measure(
                        "scaling",
                        "strategy=" + strategy.id() + ", readers=" + readers,
                        StructBuilder.TIMED_BYTES + 3L * Long.BYTES,
                        ReadersOutcome::read);
    }

    private static ReadersOutcome read(Memory memory) {
        long[] counts = memory.getLongArray(StructBuilder.TIMED_BYTES, 3);
        return new ReadersOutcome(StructBuilder.timed(memory), counts[0], counts[1], counts[2]);
    }
}
