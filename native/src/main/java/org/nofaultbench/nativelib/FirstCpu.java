// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;

/**
 * Keeps the calling thread to the first of its CPUs until it is closed; the client keeps to the last, so that what it
 * draws lies in another core's cache. With one CPU, or where the kernel refuses, nothing is changed.
 */
public final class FirstCpu implements AutoCloseable {

    private static final int SET_BYTES = 128;
    private static final int CALLING_THREAD = 0;

    /** Of the C library. */
    private interface Scheduler extends Library {
        Scheduler INSTANCE = Native.load("c", Scheduler.class);

        int sched_getaffinity(int thread, long setBytes, Memory set);

        int sched_setaffinity(int thread, long setBytes, Memory set);
    }

    private final Memory before = new Memory(SET_BYTES);

    public FirstCpu() {
        before.clear();
        Scheduler.INSTANCE.sched_getaffinity(CALLING_THREAD, SET_BYTES, before);
        for (int at = 0; at < SET_BYTES; at++) {
            int lowest = before.getByte(at) & -before.getByte(at);
            if (lowest != 0) {
                keepTo(at, (byte) lowest);
                return;
            }
        }
    }

    private void keepTo(int at, byte cpu) {
        try (Memory one = new Memory(SET_BYTES)) {
            one.clear();
            one.setByte(at, cpu);
            Scheduler.INSTANCE.sched_setaffinity(CALLING_THREAD, SET_BYTES, one);
        }
    }

    @Override
    public void close() {
        Scheduler.INSTANCE.sched_setaffinity(CALLING_THREAD, SET_BYTES, before);
        before.close();
    }
}
