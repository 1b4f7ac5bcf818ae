// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Workload;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The C program {@code nofault-faultpath}: what C alone times, of one strategy in a process of its own, in a tenth of the time that
 * a JVM takes to start and measure it. The same trials of the same library as a fork of JMH's asks.
 */
final class AloneForks implements Forks {

    private static final Pattern BATCH = Pattern.compile("batch (\\d{1,15}\\.\\d{3})");
    private static final Pattern END =
            Pattern.compile("end batches=(\\d{1,4}) involuntary_switches=(\\d{1,9}) major_faults=(\\d{1,9})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_SHOWN = 300;

    private final Path program;
    private final UniformRandomProvider seeds;

    /** @param seed of the forks' seeds */
    AloneForks(Path program, long seed) {
        this.program = program;
        this.seeds = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** Whether the program has a trial for it. */
    static boolean has(Cell cell) {
        return cell.strategy().isPresent() && !cell.inJava() && trial(cell).isPresent();
    }

    private static Optional<String> trial(Cell cell) {
        return switch (cell.workload()) {
            case READ_FRESH -> Optional.of("read-fresh");
            case RECOVERY -> cell.parameters().value("lost").filter("100%"::equals).map(all -> "recovery");
            case HOSTILE -> Optional.of("hostile");
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException {
        try {
            return measured(cell, new ProcessBuilder(command(cell)).start());
        } catch (IOException e) {
            throw new RunnerException(e.getMessage(), e);
        }
    }

    private List<String> command(Cell cell) {
        boolean screen = cell.workload() == Workload.HOSTILE;
        return List.of(program.toString(),
                "--strategy", cell.strategy().orElseThrow().id(),
                "--measurement", trial(cell).orElseThrow(),
                "--pool-bytes", Long.toString(cell.parameters().size().orElseThrow().bytes()),
                "--seed", Long.toString(seeds.nextLong() >>> 1 | 1),
                "--accesses", Integer.toString(screen ? cell.opsPerInvocation() : 3),
                "--batches", screen ? "1" : "3");
    }

    private Map<String, List<Double>> measured(Cell cell, Process process) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<Void> watch = new CompletableFuture<>();
        watch.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).thenRun(process::destroyForcibly);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            Optional<Map<String, List<Double>>> samples = samples(cell.workload().metric(), out);
            int status = process.waitFor();
            if (status != 0 || samples.isEmpty()) {
                throw new IOException("nofault-faultpath failed: status=" + status + ", said=" + firstErrorLine(process));
            }
            return samples.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while nofault-faultpath measured", e);
        } finally {
            watch.cancel(false);
            process.destroyForcibly();
        }
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

    private static String firstErrorLine(Process process) throws IOException {
        try (InputStream errors = process.getErrorStream()) {
            String start = new String(errors.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("nothing").replaceAll("\\p{Cntrl}", "?");
        }
    }
}
