// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.FaultPathMeasurement;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The C program {@code nofault-faultpath}: measures one strategy in a process of its own with the same functions of the library
 * that a JMH fork calls, in a tenth of the time that a JVM takes to start.
 */
final class NativeForks implements Forks {

    private static final Pattern BATCH = Pattern.compile("batch (\\d{1,15}\\.\\d{3})");
    private static final Pattern END =
            Pattern.compile("end batches=(\\d{1,4}) involuntary_switches=(\\d{1,9}) major_faults=(\\d{1,9})");
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private final Path program;
    private final UniformRandomProvider seeds;

    /** @param seed of the forks' seeds */
    NativeForks(Path program, long seed) {
        this.program = program;
        this.seeds = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    @Override
    public Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException {
        try (ChildProcess process = ChildProcess.start(command(cell), TIME_LIMIT)) {
            Optional<Map<String, List<Double>>> samples = samples(cell.workload().metric(), process.output());
            if (process.status() != 0 || samples.isEmpty()) {
                throw new RunnerException("nofault-faultpath failed: " + process.end() + ", said="
                        + process.firstErrorLine().orElse("nothing"));
            }
            return samples.get();
        } catch (IOException e) {
            throw new RunnerException(e.getMessage(), e);
        }
    }

    private List<String> command(Cell cell) {
        FaultPathMeasurement measurement = cell.faultPathMeasurement().orElseThrow();
        return List.of(program.toString(),
                "--strategy", cell.strategy().orElseThrow().id(),
                "--measurement", measurement.id(),
                "--pool-bytes", Long.toString(cell.parameters().size().orElseThrow().bytes()),
                "--seed", Long.toString(seeds.nextLong() >>> 1 | 1),
                "--accesses", Integer.toString(measurement.accesses()),
                "--batches", Integer.toString(measurement.batches()));
    }

    /** Empty where the output ends before its end. */
    static Optional<Map<String, List<Double>>> samples(String metric, BufferedReader lines) throws IOException {
        List<Double> batches = new ArrayList<>();
        String line = lines.readLine();
        while (line != null) {
            Matcher batch = BATCH.matcher(line);
            Matcher end = END.matcher(line);
            if (batch.matches()) {
                batches.add(Double.valueOf(batch.group(1)));
            } else if (end.matches() && Integer.parseInt(end.group(1)) == batches.size() && !batches.isEmpty()) {
                Map<String, List<Double>> samples = new LinkedHashMap<>();
                samples.put(metric, batches);
                samples.put(ForkProfiler.INVOLUNTARY_SWITCHES, List.of(Double.valueOf(end.group(2))));
                samples.put(ForkProfiler.MAJOR_FAULTS, List.of(Double.valueOf(end.group(3))));
                return Optional.of(samples);
            }
            line = lines.readLine();
        }
        return Optional.empty();
    }
}
