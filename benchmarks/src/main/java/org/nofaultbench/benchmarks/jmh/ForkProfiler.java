// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.nofaultbench.nativelib.TimedOutcome;
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

    /** System property: file for the times of this fork's accesses; nothing is written without it. */
    public static final String LATENCY_FILE_PROPERTY = "nofault.latency.file";

    /** System property: tag of their line, the cell's id. */
    public static final String LATENCY_TAG_PROPERTY = "nofault.latency.tag";

    private static IterationMetrics current = new IterationMetrics();

    private final Histogram latencies = new Histogram(3);
    private Counters before;

    public ForkProfiler() {
        latencies.setTag(System.getProperty(LATENCY_TAG_PROPERTY));
        latencies.setStartTimeStamp(System.currentTimeMillis());
    }

    static synchronized void record(String metric, double value) {
        current.values.computeIfAbsent(metric, name -> new ArrayList<>()).add(value);
    }

    /** Adds a batch that was timed in C, under the name of its metric, such as {@code recoveryNs}. */
    static synchronized void record(String metric, TimedOutcome timed) {
        current.timedMetric = metric;
        current.totalNs += timed.totalNs();
        current.accesses += timed.histogram().count();
        current.faults += timed.batch().faults();
        timed.histogram().forEachBucket(current.times::recordValueWithCount);
    }

    static synchronized IterationMetrics take() {
        IterationMetrics taken = current;
        current = new IterationMetrics();
        return taken;
    }

    @Override
    public String getDescription() {
        return "times taken in C, faults and scheduling of the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams parameters, IterationParams iteration) {
        take();
        before = Counters.read();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams parameters, IterationParams iteration, IterationResult result) {
        Counters after = Counters.read();
        List<Result<?>> results = new ArrayList<>();
        results.add(count(INVOLUNTARY_SWITCHES, after.involuntarySwitches - before.involuntarySwitches));
        results.add(count(MAJOR_FAULTS, after.majorFaults - before.majorFaults));
        IterationMetrics metrics = take();
        if (iteration.getType() == IterationType.MEASUREMENT && metrics.times.getTotalCount() > 0) {
            latencies.add(metrics.times);
            latencies.setEndTimeStamp(System.currentTimeMillis());
            writeLatencies();
        }
        results.addAll(metrics.results());
        return results;
    }

    /** One line of HdrHistogram's log format, rewritten after each iteration, so that the fork's last words are whole. */
    private void writeLatencies() {
        String file = System.getProperty(LATENCY_FILE_PROPERTY);
        if (file == null) {
            return;
        }
        try (PrintStream out = new PrintStream(file)) {
            new HistogramLogWriter(out).outputIntervalHistogram(latencies);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("cannot write the latencies: file=" + file, e);
        }
    }

    private static ScalarResult count(String name, long value) {
        return new ScalarResult(name, value, "#", AggregationPolicy.SUM);
    }

    /**
     * What the kernel counts of all threads of this process since it began. From one call, since the files in /proc, one for each
     * of JMH's and the JVM's twenty threads, took milliseconds at every iteration.
     */
    private record Counters(long involuntarySwitches, long majorFaults) {

        /** struct rusage of 64-bit Linux: two struct timeval, then 14 longs. */
        private static final int RUSAGE_BYTES = 144;

        private static final int MAJOR_FAULTS_OFFSET = 72;
        private static final int INVOLUNTARY_SWITCHES_OFFSET = 136;
        private static final int RUSAGE_SELF = 0;

        private static Counters read() {
            try (Memory usage = new Memory(RUSAGE_BYTES)) {
                usage.clear();
                Function.getFunction("c", "getrusage").invokeInt(new Object[] {RUSAGE_SELF, usage});
                return new Counters(usage.getLong(INVOLUNTARY_SWITCHES_OFFSET), usage.getLong(MAJOR_FAULTS_OFFSET));
            }
        }
    }

    /**
     * What the current iteration of this fork measured beside JMH's own score, between the benchmark that records it and the
     * profiler that reports it. JMH's own counters would be summed over iterations, which is no time that an access took.
     *
     * <p>A name says what becomes of several values: those that end in {@code Count} are added up, of those that begin with
     * {@code worst} the greatest counts, of others the mean.
     */
    static final class IterationMetrics {

        private static final String FAULTS = "faults";

        private final Map<String, List<Double>> values = new LinkedHashMap<>();
        /** Of each access that was timed in C; empty where none was. */
        private final Histogram times = new Histogram(3);

        private String timedMetric;
        private long totalNs;
        private long accesses;
        private long faults;

        List<ScalarResult> results() {
            List<ScalarResult> results = new ArrayList<>();
            if (accesses > 0) {
                results.add(new ScalarResult(timedMetric, (double) totalNs / accesses, "ns/op", AggregationPolicy.AVG));
                results.add(new ScalarResult(FAULTS, (double) faults / accesses, "#/op", AggregationPolicy.AVG));
            }
            values.forEach((metric, all) -> results.add(
                    new ScalarResult(metric, aggregate(all, policyOf(metric)), unitOf(metric), policyOf(metric))));
            return results;
        }

        private static double aggregate(List<Double> values, AggregationPolicy policy) {
            var all = values.stream().mapToDouble(Double::doubleValue);
            return switch (policy) {
                case SUM -> all.sum();
                case MAX -> all.max().orElseThrow();
                default -> all.average().orElseThrow();
            };
        }

        private static AggregationPolicy policyOf(String metric) {
            if (metric.endsWith("Count")) {
                return AggregationPolicy.SUM;
            }
            return metric.startsWith("worst") ? AggregationPolicy.MAX : AggregationPolicy.AVG;
        }

        private static String unitOf(String metric) {
            if (metric.contains("Ns")) {
                return "ns/op";
            }
            return metric.endsWith("Share") ? "1" : "#";
        }
    }
}
