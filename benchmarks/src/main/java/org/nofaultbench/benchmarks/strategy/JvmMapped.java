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
 * the thread throw an InternalError some time later (BugId 4454115). {@link #throwIfAnyLost} makes that time the access.
 */
final class JvmMapped extends JvmStrategy {

    /** Not final: the compilers would lay an array of constant lengths out by themselves. */
    private static int one = 1;

    /** Where the array goes, so that it is not optimised away. */
    private static volatile int length;

    private static final String LOST_PAGE = "unsafe memory access";

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
        return new JvmPool(mapped, JvmMapped::throwIfAnyLost, () -> unmap(mapped));
    }

    /**
     * Makes the JVM throw the InternalError of a lost page now. HotSpot only notes it when the fault happens, and throws it
     * at the thread's next entry into the runtime: on JDK 17 a compiled loop, and even the call of a native method, runs on
     * without it, and it would hit whatever comes later. From JDK 19 on the thread's next safepoint poll throws it.
     *
     * <p>The entry that is made here is that of an array of two dimensions, because every compiler of every JDK makes it a
     * call into the runtime that asks for such errors on its way back, as long as the lengths are not constants. It takes
     * 50 to 100 ns.
     */
    private static void throwIfAnyLost() {
        length = new byte[one][one].length;
    }

    /** Whether the error is that of a lost page; any other is a defect of the JVM. */
    static boolean lostPage(InternalError error) {
        return String.valueOf(error.getMessage()).contains(LOST_PAGE);
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
