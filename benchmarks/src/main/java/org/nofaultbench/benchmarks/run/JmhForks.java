// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.jmh.SuiteBenchmark;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Preset.ForkLength;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.run.ForkRecorder.Forks;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.CellEntry;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one cell in one JMH fork and returns the raw value of every iteration. The classes of a fork are loaded and verified
 * once and then shared (JEP 350), which shortens its start by a third: the archive is made by one fork that is thrown away.
 * Where none can be made, as from a class path that is no jar, forks start without.
 */
final class JmhForks implements Forks, AutoCloseable {

    /**
     * JMH's lock is one file in the temporary folder for all users: one who does not own it cannot run at all. A second
     * run is seen in the noise of each fork instead, as CPU time of others.
     */
    private static final String IGNORE_LOCK_PROPERTY = "jmh.ignoreLock";

    /** What JMH starts its forks with, and takes from the property of the JVM that it runs in. */
    private static final String CLASS_PATH_PROPERTY = "java.class.path";

    private final BuildUnderTest build;
    private final ForkLength length;
    private final long seed;
    private final OutputFormat log;
    private final Path folder;
    private List<String> archiveArguments;

    /**
     * @param build whose code the forks run
     * @param log receives what JMH and the forks print
     */
    JmhForks(BuildUnderTest build, ForkLength length, long seed, PrintStream log) throws IOException {
        System.setProperty(IGNORE_LOCK_PROPERTY, "true");
        this.build = build;
        this.length = length;
        this.seed = seed;
        this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
        this.folder = Files.createTempDirectory("nofault-archive");
        makeArchive(log);
    }

    private void makeArchive(PrintStream messages) {
        Cell cell =
                new Cell(Workload.CONTRACT_LOOP, Optional.empty(), Parameters.of(BufferSize.CURSOR), Optional.empty());
        archiveArguments = List.of("-XX:ArchiveClassesAtExit=" + archive());
        try {
            run(cell, folder.resolve("latency.hlog"));
        } catch (RunnerException e) {
            messages.println("no class archive, forks start slower: reason=" + e.getMessage());
        }
        archiveArguments =
                Files.exists(archive()) ? List.of("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto") : List.of();
    }

    private Path archive() {
        return folder.resolve("forks.jsa");
    }

    @Override
    public Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException {
        RunResult result = withClassPath(new Runner(options(cell, latencies).build(), log));
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        for (var fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                add(samples, CellEntry.PRIMARY, iteration.getPrimaryResult());
                iteration.getSecondaryResults().forEach((name, secondary) -> add(samples, name, secondary));
            }
        }
        return samples;
    }

    private RunResult withClassPath(Runner runner) throws RunnerException {
        String own = System.setProperty(CLASS_PATH_PROPERTY, build.classPath());
        try {
            return runner.runSingle();
        } finally {
            System.setProperty(CLASS_PATH_PROPERTY, own);
        }
    }

    private static void add(Map<String, List<Double>> samples, String metric, Result<?> result) {
        samples.computeIfAbsent(metric, name -> new ArrayList<>()).add(result.getScore());
    }

    private ChainedOptionsBuilder options(Cell cell, Path latencies) {
        TimeValue iterationTime = TimeValue.milliseconds(length.iterationTime().toMillis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(cell.workload().jmhName()) + "$")
                .forks(1)
                .warmupIterations(length.warmupIterations(cell))
                .warmupTime(iterationTime)
                .measurementIterations(length.iterations(cell))
                .measurementTime(iterationTime)
                .operationsPerInvocation(cell.opsPerInvocation())
                .addProfiler(ForkProfiler.class)
                .shouldFailOnError(true)
                .shouldDoGC(false)
                .jvmArgsAppend(jvmArguments(cell, latencies));
        cell.jmhParameters().forEach(options::param);
        return options;
    }

    private String[] jvmArguments(Cell cell, Path latencies) {
        List<String> arguments = new ArrayList<>(ForkJvm.forLoop(ForkJvm.tuning(), cell.inJava()));
        arguments.addAll(build.jvmArguments());
        arguments.addAll(archiveArguments);
        cell.strategy()
                .filter(row -> !cell.inJava())
                .ifPresent(row -> arguments.add("-D" + NofaultLibrary.STRATEGY_PROPERTY + "=" + row.id()));
        arguments.add("-D" + SuiteBenchmark.SEED_PROPERTY + "=" + seed);
        arguments.add("-D" + ForkProfiler.LATENCY_FILE_PROPERTY + "=" + latencies);
        arguments.add("-D" + ForkProfiler.LATENCY_TAG_PROPERTY + "=" + cell.id());
        return arguments.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(archive());
        Files.deleteIfExists(folder.resolve("latency.hlog"));
        Files.delete(folder);
    }
}
