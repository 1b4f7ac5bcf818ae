// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Map;
import org.nofaultbench.nativelib.Trait;

/**
 * The control of {@link JvmMapped}: the same loop over the heap, into which the client's bytes are copied once, at
 * attach. It is a control of the loop and no strategy of copying: it sees nothing that the client draws later.
 */
final class JvmHeap extends JvmStrategy {

    private static final String OWN_COPY = "its bytes were copied once, at attach, and are its own";
    private static final String OLD_BYTES = "it goes on reading what was there before";
    private static final String NEVER_LOOKS = "it never looks at the file again";

    JvmHeap(int index) {
        super(
                index,
                "jvm-heap",
                "Java, heap",
                "the same Java loop over bytes copied to the heap once, at attach; the control",
                "nothing can be lost of a copy",
                Map.of(
                        Trait.SURVIVES_HOLE_PUNCH, OLD_BYTES,
                        Trait.SURVIVES_LOST_WRITE, OWN_COPY,
                        Trait.READS_ZEROS, OLD_BYTES,
                        Trait.TELLS_LOSS, NEVER_LOOKS,
                        Trait.TELLS_SECOND_READER, NEVER_LOOKS,
                        Trait.SEES_LATER_WRITES, OWN_COPY,
                        Trait.SEES_REGROWTH, OWN_COPY,
                        Trait.WRITABLE, OWN_COPY));
    }

    @Override
    JvmPool attach(FileChannel file, int bytes) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(bytes);
        while (copy.hasRemaining()) {
            if (file.read(copy) < 0) {
                throw new EOFException("the file shrank while it was copied: poolBytes=" + bytes);
            }
        }
        return new JvmPool(copy, () -> {}, () -> {});
    }
}
