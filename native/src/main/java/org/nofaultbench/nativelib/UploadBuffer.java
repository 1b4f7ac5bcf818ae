// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the kernels that move bytes put them: the rows of a region, packed, in memory of the reader's own. It asks for huge
 * pages, as {@code pair/sides.c} does and says why.
 */
public final class UploadBuffer implements AutoCloseable {

    private static final int HUGE_BYTES = 2 << 20;
    private static final int MADV_HUGEPAGE = 14;

    private final Memory memory;
    private final Memory aligned;

    public UploadBuffer(long bytes) {
        long length = (bytes + HUGE_BYTES) / HUGE_BYTES * HUGE_BYTES;
        memory = new Memory(length + HUGE_BYTES);
        aligned = memory.align(HUGE_BYTES);
        // A kernel without huge pages refuses, which changes nothing.
        Function.getFunction("c", "madvise").invokeInt(new Object[] {aligned, new NativeLong(length), MADV_HUGEPAGE});
        aligned.clear(length);
    }

    Memory memory() {
        return aligned;
    }

    /** Sets each of the first {@code bytes}. */
    public void fill(long bytes, byte value) {
        aligned.setMemory(0, bytes, value);
    }

    /** The first {@code bytes} of it, to be read and written. */
    public ByteBuffer bytes(long bytes) {
        return aligned.getByteBuffer(0, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        memory.close();
    }
}
