// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where the kernels that move bytes put them: the rows of a region, packed, in memory of the reader's own that begins
 * with a page.
 */
public final class UploadBuffer implements AutoCloseable {

    private final Memory memory;
    private final Memory aligned;

    public UploadBuffer(long bytes) {
        memory = new Memory(bytes + KernelPage.BYTES);
        aligned = memory.align(KernelPage.BYTES);
        aligned.clear();
    }

    Memory memory() {
        return aligned;
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
