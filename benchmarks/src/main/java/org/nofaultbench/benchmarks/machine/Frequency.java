// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The frequency of the CPUs at this instant, as cpufreq says (Documentation/admin-guide/pm/cpufreq.rst), or else
 * {@code /proc/cpuinfo}. A guest without cpufreq does not know it: its {@code cpu MHz} is what was measured at boot.
 */
final class Frequency {

    private static final String CPUS = "sys/devices/system/cpu";
    private static final double KHZ_IN_MHZ = 1000;

    private Frequency() {}

    /** Of the fastest CPU in MHz: the others may be idle. Empty where the kernel does not know. */
    static Optional<Long> fastestMhz(KernelFiles files) {
        OptionalDouble set = files.numbers(CPUS, "cpu\\d+", "cpufreq/scaling_cur_freq").mapToDouble(khz -> khz / KHZ_IN_MHZ).max();
        OptionalDouble known = set.isPresent() || Hypervisor.name(files).isPresent() ? set : fromCpuinfo(files);
        return known.isPresent() ? Optional.of(Math.round(known.getAsDouble())) : Optional.empty();
    }

    private static OptionalDouble fromCpuinfo(KernelFiles files) {
        return files.lines("proc/cpuinfo").stream()
                .filter(line -> line.matches("cpu MHz\\s*: \\d+(\\.\\d+)?"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1).strip()))
                .max();
    }
}
