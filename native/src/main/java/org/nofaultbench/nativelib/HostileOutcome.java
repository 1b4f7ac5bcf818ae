// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

/**
 * What an attacker did to a compositor; {@code struct nfb_hostile}.
 *
 * @param attacked the time of each frame for the attacker's buffer, attaching it anew included
 * @param unattackedNs the same in as many frames before the attack, added up
 * @param worstNs the longest frame for the attacker's buffer
 * @param truncates ftruncate calls of the attacker
 * @param lateFrames deadlines that the other client's frame missed
 * @param wrongAccesses of the other client or before the attack, that read other bytes than the client's
 */
public record HostileOutcome(
        TimedOutcome attacked, long unattackedNs, long worstNs, long truncates, long lateFrames, long wrongAccesses) {

    /**
     * Measures {@code frames} frames in peace and as many under attack, at {@code hertz}, with two clients of their own.
     *
     * @param poolBytes of each client's file, read whole in each frame; a multiple of 4096
     */
    public static HostileOutcome measure(
            NofaultLibrary library, StrategyInfo strategy, long poolBytes, long seed, long hertz, long frames) {
        return StructBuilder.withClients(library, strategy, poolBytes, seed)
                .word(hertz)
                .word(frames)
                .measure(
                        "hostile",
                        "strategy=" + strategy.id() + ", poolBytes=" + poolBytes,
                        StructBuilder.TIMED_BYTES + 7L * Long.BYTES,
                        HostileOutcome::read);
    }

    private static HostileOutcome read(Memory memory) {
        // Two more say what of it was attaching anew.
        long[] counts = memory.getLongArray(StructBuilder.TIMED_BYTES, 5);
        return new HostileOutcome(StructBuilder.timed(memory), counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
