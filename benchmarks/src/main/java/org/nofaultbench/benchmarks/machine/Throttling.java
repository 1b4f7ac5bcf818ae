// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import java.util.Optional;

/** How often a CPU was slowed down because of its heat, as {@code thermal_throttle} counts it (x86 only). */
final class Throttling {

    private static final List<String> COUNTS = List.of("core_throttle_count", "package_throttle_count");

    private Throttling() {}

    /** Since boot, of all CPUs and packages; empty where the kernel does not count it. */
    static Optional<Long> events(KernelFiles files) {
        List<Long> counts = COUNTS.stream()
                .flatMap(count -> files.numbers("sys/devices/system/cpu", "cpu\\d+", "thermal_throttle/" + count).boxed())
                .toList();
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts.stream().mapToLong(Long::longValue).sum());
    }
}
