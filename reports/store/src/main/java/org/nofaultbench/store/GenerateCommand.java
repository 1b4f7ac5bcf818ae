// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.CellEntryBuilder;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.ManifestBuilder;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.RunWriter;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.store.StoreFolder.Partition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes a store to measure the store with: daily runs of a fleet, compacted. Times are log-normal with a deviation of 2% from
 * fork to fork and of 1% from run to run, all from a hash of their place, so that a fleet is the same every time. Cell 7 of every
 * machine becomes 10% slower after two thirds of the days, with a new library; every third machine becomes 5% slower, in all
 * cells, after a third of them, with a new kernel.
 */
@Command(
        name = "generate",
        hidden = true,
        description = "Makes a store of generated daily runs, to measure the store with.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final int SLOWER_CELL = 7;
    private static final int BASELINES = 10;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--machines", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int machines;

    @Option(names = "--days", defaultValue = "365", description = "Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--cells", defaultValue = "110", description = "Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(names = "--forks", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}.")
    private int forks;

    @Option(names = "--next-day", paramLabel = "DIR", description = "Writes the runs of one more day, as run folders.")
    private Path nextDay;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (DuckDb duckDb = engine.open()) {
            for (int machine = 0; machine < machines; machine++) {
                writeMachine(duckDb, machine);
                if (nextDay != null) {
                    writeFolder(machine);
                }
            }
        }
        out.println("Generated: " + (long) machines * days * cells * forks + " rows");
        return 0;
    }

    private static Environment environment(int machine, boolean newKernel) {
        return EnvironmentBuilder.builder()
                .machine(String.format(Locale.ROOT, "fleet%03d", machine))
                .cpu(new Environment.Cpu(
                        "Generated CPU", "x86_64", "0x1", 8, 4, true, Map.of("L2", 1L << 20), "performance", Map.of()))
                .memory(new Environment.Memory(15L << 30, 4096L, "madvise", "never", true, 0L))
                .kernel(new Environment.Kernel(
                        newKernel ? "6.18.1" : "6.12.9", "#1", newKernel ? "b2" : "a1", "boot", "quiet", null))
                .jvm(new Environment.Jvm("17.0.9+9", "Generated", "OpenJDK 64-Bit Server VM", List.of()))
                .toolchain(new Environment.Toolchain("glibc 2.36", "gcc 12.2.0"))
                .build();
    }

    private static Suite suite(boolean newLibrary) {
        String library = (newLibrary ? "b" : "a").repeat(64);
        return new Suite("0.1.0", newLibrary ? "bbbbbbbbbbbb" : "aaaaaaaaaaaa", false, library, "avx2");
    }

    private boolean hasNewKernel(int machine, int day) {
        return machine % 3 == 0 && day >= days / 3;
    }

    private boolean hasNewLibrary(int day) {
        return day >= 2 * days / 3;
    }

    private Manifest manifest(String run, int day, List<CellEntry> entries) {
        Instant started = started(day);
        return ManifestBuilder.builder()
                .schemaVersion(Manifest.SCHEMA_VERSION)
                .runId(run)
                .status(RunStatus.OK)
                .reasons(List.of())
                .suite(suite(hasNewLibrary(day)))
                .preset("standard")
                .plannedRounds(forks)
                .seed(1)
                .startedUtc(started.toString())
                .finishedUtc(started.plus(Duration.ofHours(1)).toString())
                .command("generate")
                .strategies(List.of())
                .cells(entries)
                .build();
    }

    private static Instant started(int day) {
        return FIRST.plusDays(day).atTime(3, 0).toInstant(ZoneOffset.UTC);
    }

    private static String cell(int cell) {
        return String.format(Locale.ROOT, "Generated.read/strategy-%02d/size-%02d", cell / BASELINES, cell % BASELINES);
    }

    /** Cells of the first strategy are the baselines of their size. */
    private static String baseline(int cell) {
        return cell < BASELINES ? null : cell(cell % BASELINES);
    }

    /** Month by month, each by one query. */
    private void writeMachine(DuckDb duckDb, int machine) throws IOException {
        StoreFolder store = engine.store();
        Map<Partition, List<Integer>> months = new HashMap<>();
        List<StoredRun> rows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            StoredRun row = row(machine, day);
            rows.add(row);
            months.computeIfAbsent(row.partition(), month -> new ArrayList<>()).add(day);
        }
        for (Map.Entry<Partition, List<Integer>> month : months.entrySet()) {
            int from = month.getValue().get(0);
            int to = from + month.getValue().size();
            duckDb.copy(
                    measurements(machine, from, to),
                    List.of(),
                    store.folder(StoreTable.MEASUREMENTS, month.getKey()).resolve(StoreFolder.compactedName(1)));
            duckDb.write(
                    StoreTable.RUNS,
                    rows.subList(from, to).stream().map(StoredRun.ROWS::values).toList(),
                    store.folder(StoreTable.RUNS, month.getKey()).resolve(StoreFolder.compactedName(1)));
        }
    }

    private StoredRun row(int machine, int day) {
        Environment environment = environment(machine, hasNewKernel(machine, day));
        Manifest manifest = manifest(run(machine, day), day, List.of());
        return RunImport.row(manifest, environment, Sha256.of(manifest.runId()));
    }

    private static String run(int machine, int day) {
        return String.format(
                Locale.ROOT,
                "%sT030000Z-fleet%03d",
                FIRST.plusDays(day).toString().replace("-", ""),
                machine);
    }

    private String measurements(int machine, int from, int to) {
        String time = "100 * (1 + cell) * exp(0.01 * " + noise(machine + ", 'run'", "cell", "day", "0") + " + 0.02 * "
                + noise(machine + ", 'fork'", "cell", "day", "fork") + ")"
                + (machine % 3 == 0 ? " * CASE WHEN day >= " + days / 3 + " THEN 1.05 ELSE 1 END" : "")
                + " * CASE WHEN cell = " + SLOWER_CELL + " AND day >= " + 2 * days / 3 + " THEN 1.1 ELSE 1 END";
        String baseline = "(cell % " + BASELINES + ")";
        return String.format(
                Locale.ROOT,
                """
                SELECT strftime(DATE '%s' + CAST(day AS INTEGER), '%%Y%%m%%d') || 'T030000Z-fleet%03d' AS run,
                  id AS cell, id AS benchmark, '' AS mode, '{}' AS parameters, 'primary' AS metric, 'ns/op' AS unit,
                  CAST(fork AS BIGINT) AS fork, CAST(time AS DOUBLE) AS value,
                  printf('[%%.2f,%%.2f,%%.2f]', time * 0.99, time, time * 1.01) AS samples,
                  CASE WHEN cell >= %d THEN baseline END AS baseline,
                  CAST(CASE WHEN cell >= %d THEN baseline_time END AS DOUBLE) AS baseline_value,
                  false AS in_java, false AS stand_in,
                  '{"metric":"primary","operations per invocation":"1"}' AS settings, '[]' AS cautions
                FROM (SELECT cell, day, fork, %s AS id, %s AS baseline, %s AS time, %s AS baseline_time
                  FROM range(0, %d) AS c(cell), range(%d, %d) AS d(day), range(1, %d) AS f(fork))
                ORDER BY cell, run, fork""",
                FIRST,
                machine,
                BASELINES,
                BASELINES,
                id("cell"),
                id(baseline),
                time,
                time.replace("cell", baseline),
                cells,
                from,
                to,
                forks + 1);
    }

    private static String id(String cell) {
        return "printf('Generated.read/strategy-%02d/size-%02d', " + cell + " // " + BASELINES + ", " + cell + " % "
                + BASELINES + ")";
    }

    /** Nearly normal with deviation 1: the sum of twelve uniform numbers, less 6 (Irwin and Hall), here of four, scaled. */
    private static String noise(String kind, String cell, String day, String fork) {
        return IntStream.range(0, 4)
                .mapToObj(i -> "(hash(" + String.join(", ", kind, "" + i, cell, day, fork) + ") % 1000003) / 1000003.0")
                .collect(Collectors.joining(" + ", "(1.7320508 * (-2 + ", "))"));
    }

    private void writeFolder(int machine) throws IOException {
        Environment environment = environment(machine, hasNewKernel(machine, days));
        RunWriter writer = RunWriter.create(
                nextDay,
                started(days),
                environment.machine(),
                environment.kernel().release(),
                suite(true).commit());
        List<CellEntry> entries = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            entries.add(CellEntryBuilder.builder()
                    .id(cell(cell))
                    .benchmark("Generated")
                    .workload("read")
                    .parameters(Map.of("cell", cell(cell)))
                    .metric(CellEntry.PRIMARY)
                    .unit("ns/op")
                    .opsPerInvocation(1)
                    .baseline(baseline(cell))
                    .build());
        }
        writer.write(environment);
        try (JournalWriter journal = writer.openJournal()) {
            for (int fork = 1; fork <= forks; fork++) {
                for (int cell = 0; cell < cells; cell++) {
                    double value = 100 * (1 + cell) * (1 + 0.001 * (fork % 7));
                    journal.append(ForkRecordBuilder.builder()
                            .round(fork)
                            .position(cell + 1)
                            .cell(cell(cell))
                            .startedUtc(started(days).toString())
                            .durationMs(1000)
                            .samples(Map.of(CellEntry.PRIMARY, List.of(value * 0.99, value, value * 1.01)))
                            .build());
                }
            }
        }
        writer.write(manifest(writer.name(), days, entries));
    }
}
