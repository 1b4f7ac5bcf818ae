// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.NoiseBuilder;

/** What the machine did to a fork: read before it starts and after it has ended. */
public record NoiseMeter(KernelFiles files) {

    private static final String CPUS = "sys/devices/system/cpu";
    private static final double KHZ_IN_MHZ = 1000;
    private static final List<String> THROTTLE_COUNTS = List.of("core_throttle_count", "package_throttle_count");

    /**
     * What the kernel has counted at one instant, each empty where it does not.
     *
     * @param cpu times of the machine since boot
     * @param ownMs CPU time of this process and its ended children
     * @param throttleEvents of the machine since boot
     */
    public record Reading(Optional<CpuTimes> cpu, Optional<Long> ownMs, Optional<Long> throttleEvents) {

        private Optional<Long> otherBusyMsSince(Reading before) {
            Optional<Long> busyMs = difference(cpu.map(CpuTimes::busyMs), before.cpu.map(CpuTimes::busyMs));
            // Ticks are coarse: a fork can seem to use more than the machine did.
            return difference(busyMs, difference(ownMs, before.ownMs)).map(other -> Math.max(0, other));
        }

        private static Optional<Long> difference(Optional<Long> minuend, Optional<Long> less) {
            return minuend.flatMap(value -> less.map(subtracted -> value - subtracted));
        }
    }

    public Reading read() {
        return new Reading(CpuTimes.read(files), CpuTimes.ownMs(files), throttleEvents(files));
    }

    /**
     * The noise since a reading.
     *
     * @param involuntarySwitches as the fork counted them, null where it did not
     * @param majorFaults as the fork counted them, null where it did not
     */
    public Noise since(Reading before, Long involuntarySwitches, Long majorFaults) {
        // First of all, since a CPU slows down as soon as it has nothing to do.
        Optional<Long> cpuMhz = fastestMhz(files);
        Reading now = read();
        return NoiseBuilder.builder()
                .stealMs(Reading.difference(now.cpu.map(CpuTimes::stealMs), before.cpu.map(CpuTimes::stealMs))
                        .orElse(null))
                .otherBusyMs(now.otherBusyMsSince(before).orElse(null))
                .involuntarySwitches(involuntarySwitches)
                .majorFaults(majorFaults)
                .load1(load1(files).orElse(null))
                .cpuMhz(cpuMhz.orElse(null))
                .throttleEvents(Reading.difference(now.throttleEvents, before.throttleEvents)
                        .orElse(null))
                .build();
    }

    static Optional<Double> load1(KernelFiles files) {
        return files.text("proc/loadavg").map(text -> Double.valueOf(text.split(" ")[0]));
    }

    /**
     * The frequency of the fastest CPU at this instant in MHz, since the others may be idle: as cpufreq says
     * (Documentation/admin-guide/pm/cpufreq.rst), or else {@code /proc/cpuinfo}. Empty where the kernel does not know: the
     * {@code cpu MHz} of a guest without cpufreq is what was measured at boot.
     */
    static Optional<Long> fastestMhz(KernelFiles files) {
        OptionalDouble set = files.numbers(CPUS, "cpu\\d+", "cpufreq/scaling_cur_freq")
                .mapToDouble(khz -> khz / KHZ_IN_MHZ)
                .max();
        OptionalDouble known = set.isPresent() || Hypervisor.name(files).isPresent() ? set : cpuinfoMhz(files);
        return known.isPresent() ? Optional.of(Math.round(known.getAsDouble())) : Optional.empty();
    }

    private static OptionalDouble cpuinfoMhz(KernelFiles files) {
        return files.lines("proc/cpuinfo").stream()
                .filter(line -> line.matches("cpu MHz\\s*: \\d+(\\.\\d+)?"))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(line.indexOf(':') + 1).strip()))
                .max();
    }

    /**
     * How often CPUs and packages were slowed down because of their heat since boot, as {@code thermal_throttle} counts it (x86
     * only); empty where the kernel does not count it.
     */
    static Optional<Long> throttleEvents(KernelFiles files) {
        List<Long> counts = THROTTLE_COUNTS.stream()
                .flatMap(count -> files.numbers(CPUS, "cpu\\d+", "thermal_throttle/" + count)
                        .boxed())
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(counts.stream().mapToLong(Long::longValue).sum());
    }

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
}
