// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;

/**
 * CPU time in milliseconds since boot, all CPUs, from {@code /proc/stat} (proc(5)). The kernel's tick for user space is
 * 10 ms on every Linux of this century (USER_HZ).
 */
record CpuTimes(long busyMs, long stealMs) {

    private static final int TICK_MS = 10;

    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int IRQ = 5;
    private static final int SOFTIRQ = 6;
    private static final int STEAL = 7;

    static Optional<CpuTimes> read(KernelFiles files) {
        return files.lines("proc/stat").stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> line.substring(4).strip().split("\\s+"))
                .filter(fields -> fields.length > STEAL)
                .map(CpuTimes::of)
                .findFirst();
    }

    private static CpuTimes of(String[] fields) {
        long busy = ticks(fields, USER)
                + ticks(fields, NICE)
                + ticks(fields, SYSTEM)
                + ticks(fields, IRQ)
                + ticks(fields, SOFTIRQ);
        return new CpuTimes(busy * TICK_MS, ticks(fields, STEAL) * TICK_MS);
    }

    /** CPU time of this process and of its children that have ended, in milliseconds. */
    static Optional<Long> ownMs(KernelFiles files) {
        return files.text("proc/self/stat")
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                // utime, stime, cutime, cstime: fields 14 to 17, counted from the third here.
                .map(fields ->
                        (ticks(fields, 11) + ticks(fields, 12) + ticks(fields, 13) + ticks(fields, 14)) * TICK_MS);
    }

    private static long ticks(String[] fields, int index) {
        return Long.parseLong(fields[index]);
    }
}
