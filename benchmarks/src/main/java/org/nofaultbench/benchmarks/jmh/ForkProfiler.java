// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    private static final Path SELF = Path.of("/proc/self");
    private static final int MAJOR_FAULTS_FIELD = 12;

    private final LatencyFile latencies = LatencyFile.fromProperties();
    private Counters before;

    @Override
    public String getDescription() {
        return "times taken in C, faults and scheduling of the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams parameters, IterationParams iteration) {
        IterationMetrics.take();
        before = Counters.read();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams parameters, IterationParams iteration, IterationResult result) {
        Counters after = Counters.read();
        List<Result<?>> results = new ArrayList<>();
        results.add(count(INVOLUNTARY_SWITCHES, after.involuntarySwitches - before.involuntarySwitches));
        results.add(count(MAJOR_FAULTS, after.majorFaults - before.majorFaults));
        IterationMetrics metrics = IterationMetrics.take();
        if (iteration.getType() == IterationType.MEASUREMENT && metrics.times().getTotalCount() > 0) {
            latencies.add(metrics.times());
        }
        results.addAll(metrics.results());
        return results;
    }

    private static ScalarResult count(String name, long value) {
        return new ScalarResult(name, value, "#", AggregationPolicy.SUM);
    }

    /** What the kernel counts of this process since it began (proc(5)); zeros where it cannot be read. */
    private record Counters(long involuntarySwitches, long majorFaults) {

        private static Counters read() {
            return new Counters(readSwitches(), readMajorFaults());
        }

        /** The process's own line counts its first thread only, so the threads are added up. */
        private static long readSwitches() {
            try (Stream<Path> threads = Files.list(SELF.resolve("task"))) {
                return threads.flatMap(thread -> lines(thread.resolve("status")).stream())
                        .filter(line -> line.startsWith("nonvoluntary_ctxt_switches:"))
                        .mapToLong(line -> Long.parseLong(
                                line.substring(line.indexOf(':') + 1).strip()))
                        .sum();
            } catch (IOException e) {
                return 0;
            }
        }

        /** Fields are counted behind the command's name, which may hold spaces. */
        private static long readMajorFaults() {
            List<String> stat = lines(SELF.resolve("stat"));
            if (stat.isEmpty()) {
                return 0;
            }
            String behindName = stat.get(0).substring(stat.get(0).lastIndexOf(')') + 2);
            return Long.parseLong(behindName.split(" ")[MAJOR_FAULTS_FIELD - 3]);
        }

        private static List<String> lines(Path file) {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                return List.of(); // the thread has ended
            }
        }
    }
}
