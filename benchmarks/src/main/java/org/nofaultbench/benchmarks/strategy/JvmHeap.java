// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.EnumMap;
import java.util.Map;
import org.nofaultbench.nativelib.Trait;

/**
 * The control of {@link JvmMapped}: the same loop over the heap, into which the client's bytes are copied once, at
 * attach. It is a control of the loop and no strategy of copying: it sees nothing that the client draws later.
 */
final class JvmHeap extends JvmStrategy {

    private static final String OWN_COPY = "its bytes were copied once, at attach, and are its own";

    JvmHeap(int index) {
        super(
                index,
                "jvm-heap",
                "Java, heap",
                "the same Java loop over bytes copied to the heap once, at attach; the control",
                "nothing can be lost of a copy",
                denials());
    }

    private static Map<Trait, String> denials() {
        Map<Trait, String> denials = new EnumMap<>(Trait.class);
        denials.put(Trait.SURVIVES_HOLE_PUNCH, "it goes on reading what was there before");
        denials.put(Trait.SURVIVES_LOST_WRITE, OWN_COPY);
        denials.put(Trait.READS_ZEROS, "it goes on reading what was there before");
        denials.put(Trait.TELLS_LOSS, "it never looks at the file again");
        denials.put(Trait.TELLS_SECOND_READER, "it never looks at the file again");
        denials.put(Trait.SEES_LATER_WRITES, OWN_COPY);
        denials.put(Trait.SEES_REGROWTH, OWN_COPY);
        denials.put(Trait.WRITABLE, OWN_COPY);
        return denials;
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
