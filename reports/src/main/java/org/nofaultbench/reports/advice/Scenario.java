// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

/**
 * What a compositor does with a pool, as far as it decides which strategy is the cheapest.
 *
 * @param size name of the buffer's size
 * @param bufferBytes of the whole buffer
 * @param damage share of the buffer that each read after the first one reads, as the run spells it; {@link #WHOLE} for all
 * @param readBytes bytes of such a read
 * @param life of a pool
 */
public record Scenario(String size, long bufferBytes, String damage, long readBytes, Life life) {

    /** How a run spells all of a buffer. */
    public static final String WHOLE = "100%";

    /**
     * How long a pool lives and how it ends.
     *
     * @param reads of one attached pool, the first of which reads all of a buffer; 0 for a pool that is kept for so long that
     *     attaching it does not matter
     * @param lossesPerAttach how many of the pools end with a loss, as a share of 1: their last read finds every page gone
     */
    public record Life(int reads, double lossesPerAttach) {

        /** Attached once and kept; nothing is ever lost. */
        public static final Life KEPT = new Life(0, 0);

        public boolean isKept() {
            return reads == 0;
        }
    }

    /** Whether each read reads all of the buffer. */
    public boolean isWhole() {
        return damage.equals(WHOLE);
    }
}
