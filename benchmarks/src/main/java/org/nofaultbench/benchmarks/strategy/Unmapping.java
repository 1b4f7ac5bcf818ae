// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;

/**
 * Unmaps what {@code FileChannel.map} has mapped. The platform does that when the buffer is collected and offers no
 * other way before JDK 22's arenas; a pool a recovery would pile up until then. {@code Unsafe.invokeCleaner} is in
 * every JDK from 9 on, in a module that is open to all; it is found by reflection because the compiler's warning about
 * its class cannot be silenced.
 */
final class Unmapping {

    private static final Object UNSAFE;
    private static final Method INVOKE_CLEANER;

    static {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            UNSAFE = instance.get(null);
            INVOKE_CLEANER = type.getMethod("invokeCleaner", ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Unmapping() {}

    /** After this, to touch the buffer or a view of it ends the JVM. */
    static void unmap(MappedByteBuffer buffer) {
        try {
            INVOKE_CLEANER.invoke(UNSAFE, buffer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot unmap: bytes=" + buffer.capacity(), e);
        }
    }
}
