// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What an access should leave in a cleared or coloured upload buffer, computed from the seed of the client's frame
 * alone, as {@link Checksum} does for {@code sum}.
 */
public final class UploadedRows {

    private static final int OPAQUE = 255;
    private static final int PIXEL_BYTES = 4;

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
        int rowBytes = Math.toIntExact(region.rowBytes());
        // A row may begin and end within a word.
        byte[] words = new byte[rowBytes + 2 * Long.BYTES];
        for (int row = 0; row < region.rows() * region.rectangles(); row++) {
            long from = region.rowOffsetBytes(row);
            int start = (int) (from % Long.BYTES);
            draw(words, from / Long.BYTES);
            if (loop.blends()) {
                blend(words, start, start + rowBytes);
            }
            int difference = uploaded.slice(row * rowBytes, rowBytes).mismatch(ByteBuffer.wrap(words, start, rowBytes));
            if (difference >= 0) {
                return (long) row * rowBytes + difference;
            }
        }
        return -1;
    }

    private void draw(byte[] bytes, long firstWord) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long word = seed + firstWord * Checksum.STEP;
        while (words.remaining() >= Long.BYTES) {
            words.putLong(word);
            word += Checksum.STEP;
        }
    }

    private void blend(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at += PIXEL_BYTES) {
            int alpha = bytes[at + PIXEL_BYTES - 1] & 0xFF;
            for (int i = at; i < at + PIXEL_BYTES; i++) {
                bytes[i] = (byte) over(bytes[i] & 0xFF, alpha);
            }
        }
    }

    /** pixman's rounding (pixman-combine32.h): products by t + (t >> 8), sums that stay at 255. */
    private int over(int source, int alpha) {
        int product = backdrop * (OPAQUE - alpha) + 128;
        return Math.min(OPAQUE, source + (product + (product >> 8) >> 8));
    }
}
