// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * CPU time in milliseconds since boot, all CPUs, from {@code /proc/stat} (proc(5)). The kernel's tick for user space is
 * 10 ms on every Linux of this century (USER_HZ).
 */
record CpuTimes(long busyMs, long stealMs) {

    private static final int TICK_MS = 10;

    /** user, nice, system, irq, softirq; the others are idle or stolen, or a guest's, which is in the first two. */
    private static final int[] BUSY = {0, 1, 2, 5, 6};

    private static final int STEAL = 7;

    static Optional<CpuTimes> read(KernelFiles files) {
        return files.lines("proc/stat").stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> line.substring(4).strip().split("\\s+"))
                .filter(fields -> fields.length > STEAL)
                .map(fields -> new CpuTimes(ms(fields, BUSY), ms(fields, STEAL)))
                .findFirst();
    }

    /** CPU time of this process and of its children that have ended, in milliseconds. */
    static Optional<Long> ownMs(KernelFiles files) {
        return files.text("proc/self/stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                // utime, stime, cutime, cstime: fields 14 to 17, counted from the third here.
                .map(fields -> ms(fields, 11, 12, 13, 14));
    }

    private static long ms(String[] fields, int... indices) {
        return TICK_MS
                * IntStream.of(indices)
                        .mapToLong(index -> Long.parseLong(fields[index]))
                        .sum();
    }
}
