// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.EnvironmentReader;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.CellEntryBuilder;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.RunWriter;
import org.nofaultbench.reports.model.StoredProof;

/**
 * A run whose figures are instructions and no times. A JVM in it would count its own compiler with what it calls, so a program
 * in C counts; one round, since the clock repeats itself.
 *
 * @param results folder of run folders
 * @param proof asked when all is counted; empty where nothing is proven for this library on this kernel
 */
public record CountedRun(NofaultLibrary library, Path results, Supplier<Optional<StoredProof>> proof) {

    private static final String BENCHMARK = "InstructionClock";
    private static final String UNIT = "instructions";

    /** Counts everything, then writes the folder: a count that was stopped leaves none. */
    public Path execute(Optional<String> machine) throws IOException {
        KernelFiles files = KernelFiles.ofThisMachine();
        EnvironmentReader reader = new EnvironmentReader(files);
        Environment before = reader.read(machine, List.of());
        NoiseMeter.Reading quiet = new NoiseMeter(files).read();
        Instant started = Instant.now();
        List<InstructionCount> all =
                new ArrayList<>(InstructionCount.measure(library.program(NativeFiles.Program.COUNT)));
        List<InstructionCount> counted =
                all.stream().filter(count -> !count.skipped()).toList();
        all.addAll(InstructionCount.inJava(
                StrategyList.inJava(library).stream()
                        .map(strategy -> strategy.info().id())
                        .toList(),
                all));
        RunWriter folder = RunWriter.create(
                results,
                started,
                before.machine(),
                String.valueOf(before.kernel().release()),
                BuildInfo.suite(library).commit());
        folder.write(reader.after(before));
        try (JournalWriter journal = folder.openJournal()) {
            long ms = Duration.between(started, Instant.now()).toMillis();
            for (InstructionCount count : counted) {
                journal.append(ForkRecordBuilder.builder()
                        .round(1)
                        .position(journal.records().size() + 1)
                        .cell(id(count.event(), count.id()))
                        .startedUtc(started.toString())
                        .durationMs(ms / counted.size())
                        .samples(Map.of(UNIT, count.instructions()))
                        .noise(new NoiseMeter(files).since(quiet, null, null))
                        .build());
            }
        }
        folder.write(manifest(folder.name(), all, started));
        return folder.path();
    }

    private Manifest manifest(String name, List<InstructionCount> counts, Instant started) {
        return Manifests.builder(name, library, proof.get(), started)
                .status(RunStatus.OK)
                .preset("count")
                .plannedRounds(1)
                .seed(0)
                .finishedUtc(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .command("java -jar benchmarks/target/benchmarks.jar count")
                .cells(cells(counts))
                .build();
    }

    static List<CellEntry> cells(List<InstructionCount> counts) {
        List<CellEntry> cells = new ArrayList<>();
        for (InstructionCount count : counts) {
            String control = count.event().equals(InstructionCount.LOST_PAGE) ? "guard-pool" : "unguarded-shared";
            cells.add(CellEntryBuilder.builder()
                    .id(id(count.event(), count.id()))
                    .benchmark(BENCHMARK)
                    .workload(count.event())
                    .strategy(count.id())
                    .parameters(Map.of())
                    .metric(UNIT)
                    .unit(UNIT)
                    .opsPerInvocation(1)
                    .baseline(count.id().equals(control) ? null : id(count.event(), control))
                    .skipReason(count.skipReason())
                    .build());
        }
        return cells;
    }

    private static String id(String event, String strategy) {
        return BENCHMARK + "." + event + "/" + strategy;
    }
}
