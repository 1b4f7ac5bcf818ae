// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;

/**
 * Keeps the calling thread to the reader's CPU of {@link Placement} until it is closed; the client keeps to another, so that
 * what it draws lies in another core's cache. With one CPU, or where the kernel refuses, nothing is changed.
 */
public final class ReaderCpu implements AutoCloseable {

    private static final int SET_BYTES = 128;
    private static final int CALLING_THREAD = 0;

    /** Of the C library, found through ours: a search for it by name would start a program in each JVM. */
    private interface Scheduler extends Library {
        Scheduler INSTANCE = Native.load(NofaultLibrary.load().file().toString(), Scheduler.class);

        int sched_getaffinity(int thread, long setBytes, Memory set);

        int sched_setaffinity(int thread, long setBytes, Memory set);
    }

    private final Memory before = new Memory(SET_BYTES);

    public ReaderCpu() {
        int cpu = Placement.of(NofaultLibrary.load()).readerCpu();
        before.clear();
        Scheduler.INSTANCE.sched_getaffinity(CALLING_THREAD, SET_BYTES, before);
        try (Memory one = new Memory(SET_BYTES)) {
            one.clear();
            one.setByte(cpu / Byte.SIZE, (byte) (1 << cpu % Byte.SIZE));
            Scheduler.INSTANCE.sched_setaffinity(CALLING_THREAD, SET_BYTES, one);
        }
    }

    @Override
    public void close() {
        Scheduler.INSTANCE.sched_setaffinity(CALLING_THREAD, SET_BYTES, before);
        before.close();
    }
}
