// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.Region;

/** Sizes of a buffer, four bytes a pixel; from a cursor that fits a first-level cache to a 4K screen. */
public enum BufferSize implements NamedConstant {
    CURSOR("16KiB", 64, 64),
    WINDOW("256KiB", 256, 256),
    FULL_HD("1080p", 1920, 1080),
    ULTRA_HD("4K", 3840, 2160);

    private static final int BYTES_PER_PIXEL = 4;

    private final String id;
    final int width;
    final int height;

    BufferSize(String id, int width, int height) {
        this.id = id;
        this.width = width;
        this.height = height;
    }

    @Override
    public String id() {
        return id;
    }

    public long bytes() {
        return rowBytes() * height;
    }

    /** From one row to the next; no gap lies between them. */
    public long rowBytes() {
        return (long) width * BYTES_PER_PIXEL;
    }

    /** All of it, row by row. */
    public Region rows() {
        return new Region(0, rowBytes(), height, rowBytes());
    }

    /** A rectangle's first byte. */
    long offsetBytes(long x, long y) {
        return y * rowBytes() + x * BYTES_PER_PIXEL;
    }

    /** The size of that id; an unknown one is an {@link IllegalArgumentException}. */
    public static BufferSize ofId(String id) {
        return NamedConstant.parse(BufferSize.class, "size", "size", id);
    }
}
