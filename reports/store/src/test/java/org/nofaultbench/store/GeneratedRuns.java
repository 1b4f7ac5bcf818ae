// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.nofaultbench.reports.history.Renames;
import org.nofaultbench.reports.model.RunStatus;

/** Rows of runs that nobody measured. */
final class GeneratedRuns {

    static final String MACHINE = "m0123456789ab";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private GeneratedRuns() {}

    static DuckDb engine(Path temporary) {
        return DuckDb.open(new DuckDb.Limits("500MB", 2, temporary.resolve("engine")));
    }

    static StoreReader reader(StoreFolder store, DuckDb engine) {
        return new StoreReader(store, engine, Optional.empty());
    }

    static StoredRun run(String name, int day, String commit) {
        long micros = FIRST.plusDays(day).toEpochDay() * 86_400_000_000L;
        return StoredRunBuilder.builder()
                .machine(MACHINE)
                .run(name)
                .source(StoredRun.FOLDER)
                .machineName("a machine")
                .startedUs(micros)
                .status(RunStatus.OK)
                .preset("standard")
                .version("0.1.0")
                .commit(commit)
                .librarySha256(Sha256.of(commit))
                .instructionSet("avx2")
                .cpu("a CPU")
                .kernel("6.12.9")
                .kernelBuildId("a1")
                .jvm("a JVM")
                .environment("{\"machine\":\"a machine\"}")
                .contentSha256(Sha256.of(name, commit))
                .build();
    }

    static StoredFork fork(String run, String cell, long fork, double value) {
        return StoredForkBuilder.builder()
                .run(run)
                .cell(cell)
                .benchmark(cell)
                .mode("")
                .parameters("{}")
                .metric("primary")
                .unit("ns/op")
                .fork(fork)
                .value(value)
                .samples("[" + value + "]")
                .settings("{}")
                .cautions("[]")
                .build();
    }

    /** Three cells of five forks each, with a noise of 1% about the factor. */
    static RunImport.Rows rows(String name, int day, String commit, double factor) {
        Random random = new Random(day);
        List<StoredFork> forks = new ArrayList<>();
        for (String cell : List.of("one", "two", "three")) {
            for (int fork = 1; fork <= 5; fork++) {
                forks.add(fork(name, cell, fork, 100 * factor * (1 + 0.01 * random.nextGaussian())));
            }
        }
        return new RunImport.Rows(run(name, day, commit), forks);
    }

    static RunImport.Rows rows(String name) {
        return rows(name, 0, "aaaaaaaaaaaa", 1);
    }

    /** One cell under its own name. */
    static StoreReader.Selection cell(String name) {
        return new StoreReader.Selection(Optional.of(Pattern.compile("^" + name + "$")), Renames.NONE);
    }

    /** Names of all runs that have a row, each as often as its cell {@code one} has forks. */
    static List<String> seen(StoreFolder store, DuckDb engine) {
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), Optional.empty())) {
            List<String> runs = reader.runs().stream().map(StoredRun::run).toList();
            assertThat(runs).doesNotHaveDuplicates();
            return reader.series(MACHINE, cell("one")).values().stream()
                    .flatMap(List::stream)
                    .map(SeriesDetector.Fork::run)
                    .filter(runs::contains)
                    .toList();
        }
    }

    /** JMH's own format with one benchmark. */
    static String jmh(String benchmark, String unit, List<List<Double>> forks) {
        return "[{\"jmhVersion\":\"1.37\",\"benchmark\":\"" + benchmark
                + "\",\"mode\":\"thrpt\",\"threads\":1,\"forks\":" + forks.size()
                + ",\"params\":{\"size\":\"16\",\"kind\":\"a\\\"b\"},\"primaryMetric\":{\"score\":"
                + forks.stream()
                        .flatMap(List::stream)
                        .mapToDouble(value -> value)
                        .average()
                        .orElseThrow()
                + ",\"scoreUnit\":\"" + unit + "\",\"rawData\":" + forks + "},\"secondaryMetrics\":{}}]";
    }

    static String hash(int number) {
        return HexFormat.of().toHexDigits((long) number * 0x9E3779B97F4A7C15L);
    }
}
