// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * The bytes of a pool that one access reads: {@code rows} runs of {@code rowBytes}, {@code strideBytes} apart.
 *
 * @param offsetBytes first byte, counted from the start of the pool; need not be aligned
 * @param rowBytes bytes read of each row
 * @param rows number of rows; 0 reads nothing, which leaves begin and end alone
 * @param strideBytes distance from one row to the next, at least {@code rowBytes} where there are two rows or more
 */
public record Region(long offsetBytes, long rowBytes, long rows, long strideBytes) {

    public Region {
        if (offsetBytes < 0 || rowBytes < 0 || rows < 0 || rows > 1 && strideBytes < rowBytes) {
            throw new IllegalArgumentException("impossible region: offsetBytes=" + offsetBytes + ", rowBytes="
                    + rowBytes + ", rows=" + rows + ", strideBytes=" + strideBytes
                    + "; use values of 0 or more and a stride no shorter than a row");
        }
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
        return rowBytes * rows;
    }
}
