// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Reports, from inside the fork, the times that JMH cannot take ({@code accessNs}, {@code recoveryNs}), the faults that
 * the handlers answered, and what the kernel did to the fork. The suite's entry points always add it.
 */
public final class ForkProfiler implements InternalProfiler {

    /** Times that the fork was put off a CPU against its will, in one iteration. */
    public static final String INVOLUNTARY_SWITCHES = "involuntarySwitches";
    /** Page faults of the fork that needed a device, in one iteration. */
    public static final String MAJOR_FAULTS = "majorFaults";
    /** SIGBUS signals answered in one access. */
    public static final String FAULTS = "faults";

    private final LatencyFile latencies = LatencyFile.ofProperties();
    private OwnProcess.Counters before;

    @Override
    public String getDescription() {
        return "times taken in C, faults and scheduling of the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams parameters, IterationParams iteration) {
        TimedAccesses.take();
        Measured.take();
        before = OwnProcess.counters();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams parameters, IterationParams iteration, IterationResult result) {
        OwnProcess.Counters after = OwnProcess.counters();
        List<Result<?>> results = new ArrayList<>();
        results.add(scalar(
                INVOLUNTARY_SWITCHES, after.involuntarySwitches() - before.involuntarySwitches(), "#",
                AggregationPolicy.SUM));
        results.add(scalar(MAJOR_FAULTS, after.majorFaults() - before.majorFaults(), "#", AggregationPolicy.SUM));
        TimedAccesses.Iteration timed = TimedAccesses.take();
        if (timed != null) {
            results.add(scalar(timed.metric(), timed.meanNs(), "ns/op", AggregationPolicy.AVG));
            results.add(scalar(FAULTS, timed.faultsPerAccess(), "#/op", AggregationPolicy.AVG));
            if (iteration.getType() == IterationType.MEASUREMENT) {
                latencies.add(timed.times());
            }
        }
        results.addAll(Measured.take());
        return results;
    }

    private static ScalarResult scalar(String name, double value, String unit, AggregationPolicy policy) {
        return new ScalarResult(name, value, unit, policy);
    }
}
