// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * The bytes of a pool that one access reads: a rectangle of {@code rows} runs of {@code rowBytes}, {@code strideBytes}
 * apart, and further ones of the same shape behind it.
 *
 * @param offsetBytes first byte, counted from the start of the pool; need not be aligned
 * @param rowBytes bytes read of each row
 * @param rows number of rows of a rectangle; 0 reads nothing, which leaves begin and end alone
 * @param strideBytes distance from one row to the next, at least {@code rowBytes} where there are two rows or more
 * @param rectangles number of rectangles, 1 or more
 * @param rectangleStrideBytes distance from one rectangle's first byte to the next one's
 */
public record Region(
        long offsetBytes, long rowBytes, long rows, long strideBytes, long rectangles, long rectangleStrideBytes) {

    public Region {
        boolean negative = offsetBytes < 0 || rowBytes < 0 || rows < 0 || rectangleStrideBytes < 0;
        if (negative || rectangles < 1 || rows > 1 && strideBytes < rowBytes) {
            throw new IllegalArgumentException("impossible region: offsetBytes=" + offsetBytes + ", rowBytes="
                    + rowBytes + ", rows=" + rows + ", strideBytes=" + strideBytes + ", rectangles=" + rectangles
                    + ", rectangleStrideBytes=" + rectangleStrideBytes
                    + "; use values of 0 or more, one rectangle or more and a stride no shorter than a row");
        }
    }

    /** One rectangle. */
    public Region(long offsetBytes, long rowBytes, long rows, long strideBytes) {
        this(offsetBytes, rowBytes, rows, strideBytes, 1, 0);
    }

    /** The first {@code bytes} of the pool in one run. */
    public static Region whole(long bytes) {
        return new Region(0, bytes, 1, bytes);
    }

    /** No byte at all: what is left of an access is its begin and its end. */
    public static Region nothing() {
        return new Region(0, 0, 0, 0);
    }

    /** Bytes that one access reads. */
    public long bytes() {
        return rowBytes * rows * rectangles;
    }

    /** Where row {@code index} begins, counted over all rectangles. */
    public long rowOffsetBytes(long index) {
        return offsetBytes + index / rows * rectangleStrideBytes + index % rows * strideBytes;
    }
}
