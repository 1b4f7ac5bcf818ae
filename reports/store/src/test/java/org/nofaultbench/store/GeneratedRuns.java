// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

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
        Instant started = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        long micros = started.getEpochSecond() * 1_000_000;
        return new StoredRun(
                MACHINE,
                RunImport.month(micros),
                name,
                StoredRun.FOLDER,
                "a machine",
                started.toString(),
                micros,
                "OK",
                "standard",
                "0.1.0",
                commit,
                false,
                Sha256.of(commit),
                "avx2",
                "a CPU",
                "6.12.9",
                "a1",
                null,
                "a JVM",
                "{\"machine\":\"a machine\"}",
                Sha256.of(name, commit));
    }

    static StoredFork fork(String cell, long fork, double value) {
        return new StoredFork(
                cell,
                cell,
                "",
                "{}",
                "primary",
                "ns/op",
                fork,
                value,
                "[" + value + "]",
                null,
                null,
                false,
                false,
                "{}",
                "[]");
    }

    /** Three cells of five forks each, with a noise of 1% about the factor. */
    static RunImport.Rows rows(String name, int day, String commit, double factor) {
        Random random = new Random(day);
        List<StoredFork> forks = new ArrayList<>();
        for (String cell : List.of("one", "two", "three")) {
            for (int fork = 1; fork <= 5; fork++) {
                forks.add(fork(cell, fork, 100 * factor * (1 + 0.01 * random.nextGaussian())));
            }
        }
        return new RunImport.Rows(run(name, day, commit), forks);
    }

    static RunImport.Rows rows(String name) {
        return rows(name, 0, "aaaaaaaaaaaa", 1);
    }

    /** Names of all runs that have a row, each as often as its cell {@code one} has forks. */
    static List<String> seen(StoreFolder store, DuckDb engine) {
        try (StoreReader reader = new StoreReader(store, engine.duplicate(), Optional.empty())) {
            List<String> runs = reader.runs().stream().map(StoredRun::run).toList();
            assertThat(runs).doesNotHaveDuplicates();
            return reader.series(MACHINE, Optional.of(Pattern.compile("^one$"))).values().stream()
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
