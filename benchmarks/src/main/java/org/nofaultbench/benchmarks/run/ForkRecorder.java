// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.machine.NoiseLimits;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.RunWriter;
import org.openjdk.jmh.runner.RunnerException;

/** Runs one fork, notes what the machine did meanwhile, and has its line in the journal before it returns. */
record ForkRecorder(RunWriter folder, JournalWriter journal, NoiseMeter noise, Progress progress, Clock clock) {

    private static final int MAX_ERROR_CHARS = 500;

    /**
     * One fork that is to be run.
     *
     * @param round from 1
     * @param position place in the round's order, from 1
     */
    record Step(int round, int position, Cell cell) {}

    /** Measures a cell in a process of its own. */
    @FunctionalInterface
    interface Forks {
        /**
         * Metric name to one value an iteration.
         *
         * @param latencies file in which the fork leaves the times of its accesses
         */
        Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException;
    }

    void run(Step step, Forks forks) throws IOException {
        progress.starts(step);
        ForkRecord fork = measured(step, forks);
        ForkRecord judged =
                fork.failed() ? fork : fork.withDisturbances(NoiseLimits.exceededBy(fork, journal.records()));
        journal.append(judged);
        progress.finished(step, judged);
    }

    private ForkRecord measured(Step step, Forks forks) throws IOException {
        Path latencies = Files.createTempFile("nofault-latency", ".hlog");
        NoiseMeter.Reading before = noise.read();
        Instant started = clock.instant();
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        String error = null;
        try {
            samples.putAll(forks.run(step.cell(), latencies));
            folder.appendLatencies(latencies);
        } catch (RunnerException e) {
            error = firstLineOf(e);
        } finally {
            Files.delete(latencies);
        }
        long durationMs = Duration.between(started, clock.instant()).toMillis();
        Long switches = sumAndRemove(samples, ForkProfiler.INVOLUNTARY_SWITCHES);
        Long majorFaults = sumAndRemove(samples, ForkProfiler.MAJOR_FAULTS);
        return ForkRecordBuilder.builder()
                .round(step.round())
                .position(step.position())
                .cell(step.cell().id())
                .startedUtc(started.toString())
                .durationMs(durationMs)
                .error(error)
                .samples(samples)
                .noise(noise.since(before, switches, majorFaults))
                .build();
    }

    /** Scheduling is noise, not a figure. */
    private static Long sumAndRemove(Map<String, List<Double>> samples, String metric) {
        List<Double> values = samples.remove(metric);
        return values == null
                ? null
                : Math.round(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    /** What went wrong in the fork is the innermost cause; the layers above it only say that it did. */
    private static String firstLineOf(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String text = message.isBlank() ? cause.getClass().getSimpleName() : message;
        return text.substring(0, Math.min(MAX_ERROR_CHARS, text.length()));
    }
}
