// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

/**
 * What the parts of a pool's life took; {@code struct nfb_lifecycle}, of all cycles together.
 *
 * @param checksum of the two reads of each cycle, folded in order
 * @param attachNs mapping, with bringing the pages in where that was asked
 * @param firstReadNs reading the whole of the new mapping
 * @param warmReadNs reading it again
 * @param resizeNs making it a page longer
 * @param unmapNs undoing the mapping
 * @param closeNs giving up the last reference to the file, and so its pages
 */
public record PoolLife(
        long checksum, long attachNs, long firstReadNs, long warmReadNs, long resizeNs, long unmapNs, long closeNs) {

    /** How the pages are brought in; {@code enum nfb_populate}, in its order. */
    public enum Populate implements NamedConstant {
        NONE,
        MAP,
        MADVISE;

        /** The way of that id; an unknown one is an {@link IllegalArgumentException}. */
        public static Populate ofId(String id) {
            return NamedConstant.parse(Populate.class, "way", "populate", id);
        }
    }

    /** Measures {@code cycles} lives, each with a client of its own whose file has {@code poolBytes}. */
    public static PoolLife measure(
            NofaultLibrary library,
            StrategyInfo strategy,
            long poolBytes,
            long seed,
            Populate populate,
            Backing backing,
            long cycles) {
        return StructBuilder.withClients(library, strategy, poolBytes, seed)
                .word(populate.ordinal())
                .word(backing.ordinal())
                .word(cycles)
                .measure(
                        "lifecycle",
                        "strategy=" + strategy.id() + ", populate=" + populate.id(),
                        7L * Long.BYTES,
                        PoolLife::read);
    }

    private static PoolLife read(Memory memory) {
        long[] words = memory.getLongArray(0, 7);
        return new PoolLife(words[0], words[1], words[2], words[3], words[4], words[5], words[6]);
    }

    /** What a compositor pays for a pool that is shown once: all but the second read and the resize. */
    public long totalNs() {
        return attachNs + firstReadNs + unmapNs + closeNs;
    }
}
