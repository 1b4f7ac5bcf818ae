// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

/**
 * What came of a stretch of frames; {@code struct nfb_frames}.
 *
 * @param busy the compositor's work of each frame
 * @param worstNs the longest of them
 * @param missedFrames deadlines that passed without a frame
 * @param commits that arrived
 * @param lateCommits deadlines at which one was called for and was not there
 * @param lostCommits serials that were never shown
 * @param tornCommits whose bytes are not those of their serial
 */
public record FrameOutcome(
        TimedOutcome busy,
        long worstNs,
        long missedFrames,
        long commits,
        long lateCommits,
        long lostCommits,
        long tornCommits) {

    static FrameOutcome read(Memory memory) {
        long[] counts = memory.getLongArray(StructBuilder.TIMED_BYTES, 6);
        return new FrameOutcome(
                StructBuilder.timed(memory), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }
}
