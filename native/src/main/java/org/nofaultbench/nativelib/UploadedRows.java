// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.nio.ByteBuffer;

/**
 * What an access should leave in a cleared or coloured upload buffer, computed from the seed of the client's frame
 * alone, as {@link Checksum} does for {@code sum}.
 */
public final class UploadedRows {

    private static final int OPAQUE = 255;

    private final ReadLoop loop;
    private final long seed;
    private final Region region;
    private final int backdrop;

    /**
     * @param seed of the frame that the client drew
     * @param backdrop value of every byte of the upload buffer before the access
     */
    public UploadedRows(ReadLoop loop, long seed, Region region, int backdrop) {
        this.loop = loop;
        this.seed = seed;
        this.region = region;
        this.backdrop = backdrop;
    }

    /** The place of the first byte that is not as it should be; -1 where there is none. */
    public long firstDifference(ByteBuffer uploaded) {
        int at = 0;
        for (long row = 0; row < region.rows() * region.rectangles(); row++) {
            long from = region.rowOffsetBytes(row);
            for (long i = 0; i < region.rowBytes(); i++, at++) {
                if (uploaded.get(at) != (byte) expected(from, i)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private int expected(long rowOffsetBytes, long index) {
        int drawn = frameByte(rowOffsetBytes + index);
        return loop.blends() ? over(drawn, frameByte(rowOffsetBytes + (index | 3))) : drawn;
    }

    /** pixman's rounding (pixman-combine32.h): products by t + (t >> 8), sums that stay at 255. */
    private int over(int source, int alpha) {
        int product = backdrop * (OPAQUE - alpha) + 128;
        return Math.min(OPAQUE, source + (product + (product >> 8) >> 8));
    }

    private int frameByte(long position) {
        long word = seed + position / Long.BYTES * Checksum.STEP;
        return (int) (word >>> 8 * (position % Long.BYTES)) & 0xFF;
    }
}
