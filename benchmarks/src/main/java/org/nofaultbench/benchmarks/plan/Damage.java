// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.Region;

/** The shape of what a client says has changed in its buffer, for any share of it. */
public enum Damage implements NamedConstant {
    /** One rectangle of the buffer's own proportions, in its middle: a window that scrolls. */
    ONE {
        @Override
        Region region(BufferSize size, double share) {
            long width = part(size.width, Math.sqrt(share));
            long height = part(size.height, Math.sqrt(share));
            return rectangle(size, (size.width - width) / 2, (size.height - height) / 2, width, height);
        }
    },
    /** Sixteen rectangles, from the buffer's top left corner to its bottom right one: text that blinks here and there. */
    MANY {
        @Override
        Region region(BufferSize size, double share) {
            long height = Math.max(1, (long) (size.height * Math.sqrt(share) / RECTANGLES));
            // What whole rows lose of the area, the width makes good.
            double rows = (double) height * RECTANGLES / size.height;
            long width = Math.min(size.width, part(size.width, share / rows));
            long across = (size.width - width) / (RECTANGLES - 1);
            long down = (size.height - height) / (RECTANGLES - 1);
            Region first = rectangle(size, 0, 0, width, height);
            return new Region(
                    0, first.rowBytes(), height, first.strideBytes(), RECTANGLES, size.offsetBytes(across, down));
        }
    },
    /** A column as high as the buffer: a walk by its stride, a line or two a row. */
    COLUMN {
        @Override
        Region region(BufferSize size, double share) {
            long width = part(size.width, share);
            return rectangle(size, (size.width - width) / 2, 0, width, size.height);
        }
    };

    private static final int RECTANGLES = 16;
    private static final double PERCENT = 100;

    abstract Region region(BufferSize size, double share);

    /**
     * What one access reads.
     *
     * @param percent of the buffer's area, such as {@code 5%}, rounded to whole pixels
     * @param shape id of one of these
     */
    public static Region region(BufferSize size, String percent, String shape) {
        return NamedConstant.parse(Damage.class, "shape", "shape", shape).region(size, percentOf(percent) / PERCENT);
    }

    private static int percentOf(String percent) {
        if (!percent.matches("[1-9][0-9]?%|100%")) {
            throw new IllegalArgumentException("not a share: damage=" + percent + "; use 1% to 100%");
        }
        return Integer.parseInt(percent.substring(0, percent.length() - 1));
    }

    private static long part(int pixels, double share) {
        return Math.max(1, Math.round(pixels * share));
    }

    private static Region rectangle(BufferSize size, long x, long y, long width, long height) {
        return new Region(size.offsetBytes(x, y), size.offsetBytes(width, 0), height, size.rowBytes());
    }
}
