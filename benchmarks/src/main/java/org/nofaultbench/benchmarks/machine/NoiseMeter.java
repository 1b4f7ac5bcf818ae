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
     * CPU time at one instant.
     *
     * @param busyMs of the machine since boot
     * @param stealMs of the machine since boot
     * @param ownMs of this process and its ended children
     */
    public record Reading(long busyMs, long stealMs, long ownMs) {}

    /** Empty where the kernel does not say. */
    public Optional<Reading> read() {
        return CpuTimes.read(files)
                .flatMap(times -> CpuTimes.ownMs(files)
                        .map(ownMs -> new Reading(times.busyMs(), times.stealMs(), ownMs)));
    }

    /**
     * The noise since a reading.
     *
     * @param involuntarySwitches as the fork counted them, null where it did not
     * @param majorFaults as the fork counted them, null where it did not
     */
    public Noise since(Optional<Reading> before, Long involuntarySwitches, Long majorFaults) {
        Optional<Reading> passed = before.flatMap(from -> read().map(to -> difference(from, to)));
        return new Noise(
                passed.map(Reading::stealMs).orElse(null),
                // Ticks are coarse: a fork can seem to use more than the machine did.
                passed.map(p -> Math.max(0, p.busyMs() - p.ownMs())).orElse(null),
                involuntarySwitches,
                majorFaults,
                load1(files).orElse(null));
    }

    private static Reading difference(Reading from, Reading to) {
        return new Reading(to.busyMs() - from.busyMs(), to.stealMs() - from.stealMs(), to.ownMs() - from.ownMs());
    }

    static Optional<Double> load1(KernelFiles files) {
        return files.text("proc/loadavg").map(text -> Double.valueOf(text.split(" ")[0]));
    }
}
