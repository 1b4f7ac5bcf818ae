// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.EnvironmentReader;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.KernelPage;
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
                Strategy.inJava(library).stream()
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

    /**
     * A line of what {@code nofault-count} printed; of a loss, what each page of it costs.
     *
     * @param id strategy
     * @param event what was counted, such as {@code warm}
     * @param bytes of the pool; 0 where nothing was counted
     * @param instructions samples; empty where nothing was counted
     * @param skipReason why nothing was; null where something was
     */
    record InstructionCount(String id, String event, long bytes, List<Double> instructions, String skipReason) {

        static final String LOST_PAGE = "lostPage";

        private static final int NO_SUCH_CLOCK = 77;
        private static final Duration TIME_LIMIT = Duration.ofMinutes(60);
        private static final String ENDS_THE_ACCESS =
                "it ends the access at the first lost page, and so reads less than without a loss";

        static InstructionCount parse(String line) throws IOException {
            String[] words = line.split("\t");
            if (words.length == 4 && words[0].equals("skip")) {
                return skipped(words[1], words[2], words[3]);
            }
            if (words.length < 5 || !words[0].equals("count")) {
                throw new IOException("nofault-count is broken, its output cannot be understood: line="
                        + ChildProcess.printable(line) + "; please report it");
            }
            List<Double> samples =
                    Arrays.stream(words, 4, words.length).map(Double::valueOf).toList();
            return new InstructionCount(words[1], words[2], Long.parseLong(words[3]), samples, null);
        }

        static InstructionCount skipped(String id, String event, String reason) {
            return new InstructionCount(id, event, 0, List.of(), reason);
        }

        boolean skipped() {
            return skipReason != null;
        }

        /**
         * Of each lost page, what is above {@code warm}, the same access when nothing is lost. A strategy that ends an access
         * early has no such figure: the pages that it does not read would count as a gain.
         *
         * @param pageBytes size of the kernel's pages
         */
        InstructionCount perLostPage(InstructionCount warm, long pageBytes) {
            double least = warm.instructions.stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElseThrow();
            long pages = (bytes + pageBytes - 1) / pageBytes;
            List<Double> perPage =
                    instructions.stream().map(total -> (total - least) / pages).toList();
            boolean whole = perPage.stream().allMatch(count -> count > 0);
            return whole
                    ? new InstructionCount(id, LOST_PAGE, bytes, perPage, null)
                    : skipped(id, LOST_PAGE, ENDS_THE_ACCESS);
        }

        static List<InstructionCount> measure(Path program) throws IOException {
            try (ChildProcess process = ChildProcess.start(List.of(program.toString()), TIME_LIMIT)) {
                List<String> lines = process.output().lines().toList();
                int status = process.status();
                if (status == NO_SUCH_CLOCK) {
                    throw new UserError(process.firstErrorLine().orElse("this machine counts no instructions"));
                }
                // A strategy that failed has a line that says so.
                if (status > 1) {
                    throw new IOException("nofault-count failed: " + process.end() + ", said="
                            + process.firstErrorLine().orElse("nothing"));
                }
                return parse(lines, KernelPage.BYTES);
            }
        }

        static List<InstructionCount> parse(List<String> lines, long pageBytes) throws IOException {
            List<InstructionCount> all = new ArrayList<>();
            for (String line : lines) {
                InstructionCount count = parse(line);
                all.add(count.event().equals("lost") ? perPage(count, all, pageBytes) : count);
            }
            return all;
        }

        /** A row of each event for strategies in Java, of which nothing was counted. */
        static List<InstructionCount> inJava(List<String> strategies, List<InstructionCount> counted) {
            List<String> events =
                    counted.stream().map(InstructionCount::event).distinct().toList();
            return strategies.stream()
                    .flatMap(id -> events.stream()
                            .map(event -> skipped(id, event, "a JVM would count its own compiler with it")))
                    .toList();
        }

        private static InstructionCount perPage(InstructionCount lost, List<InstructionCount> before, long pageBytes) {
            if (lost.skipped()) {
                return skipped(lost.id(), LOST_PAGE, lost.skipReason());
            }
            return before.stream()
                    .filter(count ->
                            count.id().equals(lost.id()) && count.event().equals("warm") && !count.skipped())
                    .findFirst()
                    .map(warm -> lost.perLostPage(warm, pageBytes))
                    .orElseGet(() -> skipped(lost.id(), LOST_PAGE, "the same access without a loss failed"));
        }
    }
}
