// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Map;
import org.nofaultbench.nativelib.Trait;

/**
 * {@code FileChannel.map} and the JVM's own SIGBUS handling: HotSpot's handler skips the faulting instruction and has
 * the thread throw an InternalError some time later (BugId 4454115). {@link LostPages} makes that time the access.
 */
final class JvmMapped extends JvmStrategy {

    JvmMapped(int index) {
        super(
                index,
                "jvm-mapped",
                "Java, mapped",
                "FileChannel.map; the JVM's own handler turns the read of a lost page into an InternalError, which"
                        + " abandons the access and leaves the mapping as it is",
                "the JVM's handler touches no mapping and throws in the thread whose access lost bytes",
                Map.of(
                        Trait.READS_ZEROS,
                        "the access is abandoned when the InternalError arrives",
                        Trait.CHARGES_NO_HOLES,
                        "a page that was never written is made by the read and charged to"
                                + " the reader: a full memory control group raises the OOM killer, not SIGBUS"));
    }

    @Override
    JvmPool attach(FileChannel file, int bytes) throws IOException {
        MappedByteBuffer mapped = file.map(MapMode.READ_WRITE, 0, bytes);
        return new JvmPool(mapped, LostPages::throwIfAny, () -> unmap(mapped));
    }

    /**
     * After this, to touch the buffer or a view of it ends the JVM. The platform unmaps when a buffer is collected: a pool a
     * recovery would pile up until then. {@code Unsafe.invokeCleaner} is in every JDK from 9 on; by reflection, because the
     * compiler's warning about its class cannot be silenced.
     */
    private static void unmap(MappedByteBuffer buffer) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            type.getMethod("invokeCleaner", ByteBuffer.class).invoke(instance.get(null), buffer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot unmap: bytes=" + buffer.capacity(), e);
        }
    }
}
