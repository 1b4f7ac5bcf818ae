// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.stream.LongStream;

/** A structure of {@code nofault.h} in the making, word after word in the order of its fields. */
final class StructBuilder {

    private final LongStream.Builder words = LongStream.builder();

    StructBuilder word(long value) {
        words.add(value);
        return this;
    }

    StructBuilder pointer(Pointer pointer) {
        return word(Pointer.nativeValue(pointer));
    }

    StructBuilder region(Region region) {
        return word(region.offsetBytes())
                .word(region.rowBytes())
                .word(region.rows())
                .word(region.strideBytes())
                .word(region.rectangles() - 1)
                .word(region.rectangleStrideBytes());
    }

    /** The structure, to be closed by the caller. */
    Memory memory() {
        long[] values = words.build().toArray();
        Memory memory = new Memory((long) values.length * Long.BYTES);
        memory.write(0, values, 0, values.length);
        return memory;
    }
}
