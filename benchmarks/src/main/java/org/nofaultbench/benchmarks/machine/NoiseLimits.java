// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
        double tickPercent = TICK_MS * wholePercent;
        Double stolen = percent(noise.stealMs(), wholePercent);
        Double others = percent(noise.otherBusyMs(), wholePercent);
        List<ForkRecord> same = earlier.stream()
                .filter(other -> other.cell().equals(fork.cell()))
                .toList();
        Optional<Double> switchLimit =
                usual(same, Noise::involuntarySwitches).map(usual -> TIMES_USUAL_SWITCHES * usual + MORE_SWITCHES);
        Optional<Double> leastMhz = usual(earlier, Noise::cpuMhz).map(usual -> SLOWED_DOWN_TO * usual);
        return Stream.of(
                        above("stolen time, % of the fork's duration", stolen, Math.max(STOLEN_PERCENT, tickPercent)),
                        above(
                                "CPU time of others, % of the fork's duration",
                                others, Math.max(OTHERS_PERCENT, 2 * tickPercent)),
                        above("major page faults", noise.majorFaults(), MAJOR_FAULTS),
                        above("slowed down because of heat, times", noise.throttleEvents(), 0),
                        switchLimit.flatMap(
                                limit -> above("involuntary context switches", noise.involuntarySwitches(), limit)),
                        leastMhz.flatMap(limit -> beyond("CPU frequency, MHz", noise.cpuMhz(), limit, -1)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Double percent(Long milliseconds, double wholePercent) {
        return milliseconds == null ? null : milliseconds * wholePercent;
    }

    private static Optional<Disturbance> above(String what, Number seen, double limit) {
        return beyond(what, seen, limit, 1);
    }

    /** @param sign 1 for a limit from above, -1 for one from below */
    private static Optional<Disturbance> beyond(String what, Number seen, double limit, int sign) {
        return seen != null && sign * seen.doubleValue() > sign * limit
                ? Optional.of(new Disturbance(what, seen.doubleValue(), limit))
                : Optional.empty();
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
