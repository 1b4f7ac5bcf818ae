// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;
import org.nofaultbench.reports.model.Noise;

/** What the machine did to a fork: read before it starts and after it has ended. */
public final class NoiseMeter {

    private final KernelFiles files;

    public NoiseMeter(KernelFiles files) {
        this.files = files;
    }

    /**
     * What the kernel has counted at one instant, each empty where it does not.
     *
     * @param cpu times of the machine since boot
     * @param ownMs CPU time of this process and its ended children
     * @param throttleEvents of the machine since boot
     */
    public record Reading(Optional<CpuTimes> cpu, Optional<Long> ownMs, Optional<Long> throttleEvents) {

        private Long stealMsSince(Reading before) {
            return difference(cpu.map(CpuTimes::stealMs), before.cpu.map(CpuTimes::stealMs)).orElse(null);
        }

        private Long otherBusyMsSince(Reading before) {
            Optional<Long> busyMs = difference(cpu.map(CpuTimes::busyMs), before.cpu.map(CpuTimes::busyMs));
            // Ticks are coarse: a fork can seem to use more than the machine did.
            return difference(busyMs, difference(ownMs, before.ownMs)).map(other -> Math.max(0, other)).orElse(null);
        }

        private Long throttleEventsSince(Reading before) {
            return difference(throttleEvents, before.throttleEvents).orElse(null);
        }

        private static Optional<Long> difference(Optional<Long> of, Optional<Long> less) {
            return of.flatMap(value -> less.map(subtracted -> value - subtracted));
        }
    }

    public Reading read() {
        return new Reading(CpuTimes.read(files), CpuTimes.ownMs(files), Throttling.events(files));
    }

    /**
     * The noise since a reading.
     *
     * @param involuntarySwitches as the fork counted them, null where it did not
     * @param majorFaults as the fork counted them, null where it did not
     */
    public Noise since(Reading before, Long involuntarySwitches, Long majorFaults) {
        // First of all, since a CPU slows down as soon as it has nothing to do.
        Optional<Long> cpuMhz = Frequency.fastestMhz(files);
        Reading now = read();
        return new Noise(
                now.stealMsSince(before),
                now.otherBusyMsSince(before),
                involuntarySwitches,
                majorFaults,
                load1(files).orElse(null),
                cpuMhz.orElse(null),
                now.throttleEventsSince(before));
    }

    static Optional<Double> load1(KernelFiles files) {
        return files.text("proc/loadavg").map(text -> Double.valueOf(text.split(" ")[0]));
    }
}
