// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.nio.ByteBuffer;

/**
 * What an access should leave in a cleared or coloured staging buffer, computed from the seed of the client's frame
 * alone, as {@link Checksum} does for {@code sum}.
 */
public final class StagedRows {

    private static final int OPAQUE = 255;

    private final Kernel kernel;
    private final long seed;
    private final Region region;
    private final int backdrop;

    /**
     * @param seed of the frame that the client drew
     * @param backdrop value of every byte of the staging buffer before the access
     */
    public StagedRows(Kernel kernel, long seed, Region region, int backdrop) {
        this.kernel = kernel;
        this.seed = seed;
        this.region = region;
        this.backdrop = backdrop;
    }

    /** The place of the first byte that is not as it should be; -1 where there is none. */
    public long firstDifference(ByteBuffer staged) {
        int at = 0;
        for (long row = 0; row < region.rows() * region.rectangles(); row++) {
            long from = region.rowOffsetBytes(row);
            for (long i = 0; i < region.rowBytes(); i++, at++) {
                if (staged.get(at) != (byte) expected(from, i)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private int expected(long rowOffsetBytes, long index) {
        int drawn = frameByte(rowOffsetBytes + index);
        return kernel.blends() ? over(drawn, frameByte(rowOffsetBytes + (index | 3))) : drawn;
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
