// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.stats.Estimate;

/**
 * How much the machine may do to a fork before it is marked and repeated. On a quiet guest of two CPUs one fork in a hundred
 * goes beyond a limit; a figure may still be good then, so that none is dropped because of it.
 */
public final class NoiseLimits {

    /**
     * The kernel counts in ticks of 10 ms: one of them in a fork of half a second is 2%, and may stand for a microsecond. From
     * two on the hypervisor did take the CPU away, for longer than one of the five iterations should be wrong.
     */
    private static final double STOLEN_PERCENT = 4;

    /** Of the kernel's clock: one may stand for a microsecond, two of them for 10 ms and no more. */
    private static final double TICK_MS = 10;

    /** The runner and the kernel's own threads stay below 8% of a fork's duration; the smallest process more does not. */
    private static final double OTHERS_PERCENT = 10;

    /** A page from a device takes 0.1 ms and more. The median of five iterations bears two that are wrong, not three. */
    private static final double MAJOR_FAULTS = 2;

    /** Steps of the boost are 1% to 3%, and a machine takes one or two up and down all the time. */
    private static final double SLOWED_DOWN_TO = 0.9;

    /**
     * Every workload has its own number: a client that draws beside two readers is switched thousands of times. What is
     * limited is how far a fork lies above the usual number of its cell.
     */
    private static final double TIMES_USUAL_SWITCHES = 3;

    private static final double MORE_SWITCHES = 100;

    /** Fewer forks than this have no usual number. */
    private static final int ENOUGH = 3;

    private static final double PERCENT = 100;

    private NoiseLimits() {}

    /**
     * The limits that a fork went beyond.
     *
     * @param earlier forks of the same run on the same machine, for what is usual there
     */
    public static List<Disturbance> exceededBy(ForkRecord fork, List<ForkRecord> earlier) {
        Noise noise = fork.noise();
        double wholePercent = PERCENT / Math.max(1, fork.durationMs());
        List<ForkRecord> same = earlier.stream()
                .filter(other -> other.cell().equals(fork.cell()))
                .toList();
        List<Disturbance> exceeded = new ArrayList<>();
        above(
                "stolen time, % of the fork's duration",
                percent(noise.stealMs(), wholePercent), Math.max(STOLEN_PERCENT, TICK_MS * wholePercent), exceeded);
        above(
                "CPU time of others, % of the fork's duration",
                percent(noise.otherBusyMs(), wholePercent),
                Math.max(OTHERS_PERCENT, 2 * TICK_MS * wholePercent),
                exceeded);
        above("major page faults", noise.majorFaults(), MAJOR_FAULTS, exceeded);
        above("slowed down because of heat, times", noise.throttleEvents(), 0, exceeded);
        usual(same, Noise::involuntarySwitches)
                .ifPresent(usual -> above(
                        "involuntary context switches",
                        noise.involuntarySwitches(),
                        TIMES_USUAL_SWITCHES * usual + MORE_SWITCHES,
                        exceeded));
        usual(earlier, Noise::cpuMhz)
                .ifPresent(usual -> below("CPU frequency, MHz", noise.cpuMhz(), SLOWED_DOWN_TO * usual, exceeded));
        return exceeded;
    }

    private static Double percent(Long milliseconds, double wholePercent) {
        return milliseconds == null ? null : milliseconds * wholePercent;
    }

    private static void above(String what, Number seen, double limit, List<Disturbance> exceeded) {
        if (seen != null && seen.doubleValue() > limit) {
            exceeded.add(new Disturbance(what, seen.doubleValue(), limit));
        }
    }

    private static void below(String what, Number seen, double limit, List<Disturbance> exceeded) {
        if (seen != null && seen.doubleValue() < limit) {
            exceeded.add(new Disturbance(what, seen.doubleValue(), limit));
        }
    }

    /** The median; empty where too few forks counted it. */
    private static Optional<Double> usual(List<ForkRecord> forks, Function<Noise, Long> counted) {
        List<Double> values = forks.stream()
                .map(ForkRecord::noise)
                .filter(Objects::nonNull)
                .map(counted)
                .filter(Objects::nonNull)
                .map(Long::doubleValue)
                .toList();
        return values.size() < ENOUGH ? Optional.empty() : Optional.of(Estimate.medianOf(values));
    }
}
