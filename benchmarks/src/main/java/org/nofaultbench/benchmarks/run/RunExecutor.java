// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.EnvironmentReader;
import org.nofaultbench.benchmarks.machine.Hypervisor;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Cell.Build;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.run.ForkRecorder.Forks;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.JournalWriter;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunWriter;
import org.nofaultbench.reports.model.SequentialSettings;
import org.nofaultbench.reports.model.StoredProof;

/**
 * Executes a run, from an empty folder, or the folder of a run that was stopped, to a finished one.
 *
 * @param proof asked before the first fork of a new run; empty where nothing is proven for this library on this kernel
 * @param terminal whether {@code out} is one, which a progress line may rewrite
 */
public record RunExecutor(
        RunRequest request,
        NofaultLibrary library,
        Supplier<Optional<StoredProof>> proof,
        PrintStream out,
        boolean terminal,
        Clock clock) {

    /**
     * Of a fork that holds a pair; its start takes 30 ms. Ratios of 8 MiB copies come from 40 windows then, and differ by 0.3%
     * from fork to fork where nothing else runs.
     */
    private static final Duration PAIR_TIME = Duration.ofMillis(100);

    private static final KernelFiles MACHINE = KernelFiles.ofThisMachine();

    /** A run folder with what is measured into it. */
    private record Prepared(
            Plan plan,
            Optional<BuildUnderTest> baseline,
            RunWriter folder,
            Manifest manifest,
            Environment environment) {}

    /**
     * What came of a run.
     *
     * @param reasons why it failed; empty where it did not
     * @param comparison with another build; empty in a run of one
     * @param decisions of a run until decided; empty in one of a fixed length
     */
    public record Outcome(
            Path folder, List<String> reasons, Optional<BuildComparison> comparison, Optional<Decisions> decisions) {

        public boolean failed() {
            return !reasons.isEmpty();
        }
    }

    /** Measures everything that is not measured yet. What cannot work is found before the first fork. */
    public Outcome execute() {
        Plan plan = plan();
        try {
            Optional<BuildUnderTest> baseline = request.against().map(file -> BuildUnderTest.other(file, library));
            baseline.map(BuildUnderTest.AvailableCells::ofBuild)
                    .ifPresent(available -> plan.runnable().forEach(available::checkThatItHas));
            Plan measured = baseline.isPresent() ? plan.forTwoBuilds() : plan;
            return measure(request.resume().isPresent() ? resume(measured, baseline) : begin(measured, baseline));
        } catch (IOException e) {
            throw new UncheckedIOException("the run stopped, what was measured is kept: reason=" + e.getMessage(), e);
        }
    }

    private Plan plan() {
        Plan plan = Plan.ofPreset(
                request.preset(),
                Strategy.rows(library),
                id -> request.only().map(only -> only.matcher(id).find()).orElse(true));
        String only = "only=" + request.only().map(Object::toString).orElse("");
        if (request.untilDecided() && plan.comparisons().isEmpty()) {
            throw new UserError(
                    "nothing to decide: " + only + "; take cells with what they are compared with, `list` shows them");
        }
        if (plan.runnable().isEmpty()) {
            throw new UserError("nothing to run: " + only + "; `list` shows the cells");
        }
        return plan;
    }

    private Prepared begin(Plan plan, Optional<BuildUnderTest> baseline) throws IOException {
        Optional<StoredProof> proven = proof.get();
        Environment environment = new EnvironmentReader(MACHINE)
                .read(request.machine(), ForkJvm.tuning())
                .withSelfComparisons(SelfCheck.ofRun(library, request, out));
        Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RunWriter folder = RunWriter.create(
                request.results(),
                started,
                environment.machine(),
                String.valueOf(environment.kernel().release()),
                BuildInfo.suite(library).commit());
        folder.write(environment);
        Manifest manifest = Manifests.builder(folder.name(), library, proven, started)
                .against(baseline.map(BuildUnderTest::suite).orElse(null))
                .preset(request.preset().id())
                .plannedRounds(request.budget().rounds())
                .deciding(deciding(plan))
                .seed(request.seed())
                .command(request.command())
                .cells(plan.entries(Hypervisor.timeUnit(environment)))
                .build();
        folder.write(manifest);
        return new Prepared(plan, baseline, folder, manifest, environment);
    }

    private Prepared resume(Plan plan, Optional<BuildUnderTest> baseline) throws IOException {
        RunWriter folder = RunWriter.resume(request.resume().orElseThrow());
        Manifest manifest = folder.readManifest();
        Environment environment = folder.readEnvironment();
        Manifests.checkResumable(
                manifest,
                request,
                BuildInfo.suite(library),
                baseline.map(BuildUnderTest::suite),
                plan.entries(Hypervisor.timeUnit(environment)));
        folder.write(manifest.unfinished());
        return new Prepared(plan, baseline, folder, manifest, environment);
    }

    /** Null in a run of a fixed length, as one of two builds is. */
    private SequentialSettings deciding(Plan plan) {
        return pairs(plan).isEmpty()
                ? null
                : new SequentialSettings(
                        request.margin().width().value(), request.pairTime().toMillis(), List.of());
    }

    private Outcome measure(Prepared run) throws IOException {
        RunWriter folder = run.folder;
        JmhExport export =
                new JmhExport(request.forkLength(), run.environment.jvm(), Hypervisor.timeUnit(run.environment));
        try (JournalWriter journal = folder.openJournal()) {
            Thread hook = new Thread(() -> leave(run, journal, export));
            Runtime.getRuntime().addShutdownHook(hook);
            Measured measured = measureRounds(run, journal);
            Runtime.getRuntime().removeShutdownHook(hook);
            List<ForkRecord> forks = journal.records();
            folder.writeJmhJson(export.export(run.plan, forks));
            folder.write(new EnvironmentReader(MACHINE).after(run.environment));
            List<String> reasons = forks.stream()
                    .filter(ForkRecord::failed)
                    .map(fork ->
                            "fork failed: cell=" + fork.cell() + ", round=" + fork.round() + ", error=" + fork.error())
                    .toList();
            String finished = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            folder.write(run.manifest.finished(measured.rounds, measured.looks(), reasons, finished));
            return new Outcome(
                    folder.path(),
                    reasons,
                    run.baseline.map(build -> BuildComparison.judge(run.plan, forks, request.margin())),
                    measured.decisions);
        }
    }

    /** @param rounds that were planned in the end */
    private record Measured(int rounds, Optional<Decisions> decisions) {
        private List<Integer> looks() {
            return decisions.map(Decisions::looks).orElse(List.of());
        }
    }

    private Measured measureRounds(Prepared run, JournalWriter journal) throws IOException {
        long seed = run.manifest.seed();
        try (PrintStream log = run.folder.openLog();
                JmhForks own = new JmhForks(BuildUnderTest.own(library), request.forkLength(), seed, log);
                JmhForks baseline = run.baseline.isPresent()
                        ? new JmhForks(run.baseline.get(), request.forkLength(), seed, log)
                        : null) {
            Forks jmh = (cell, latencies) ->
                    (cell.build().equals(Optional.of(Build.BASE)) ? baseline : own).run(cell, latencies);
            Progress progress = new Progress(out, terminal, clock, request.budget());
            ForkRecorder recorder = new ForkRecorder(run.folder, journal, new NoiseMeter(MACHINE), progress, clock);
            List<PendingComparison> comparisons = pairs(run.plan);
            int rounds = request.untilDecided()
                    ? 0
                    : new Rounds(journal, recorder, jmh, progress, isMeasuredAlone(comparisons))
                            .run(run.plan, request.budget(), seed);
            if (comparisons.isEmpty()) {
                return new Measured(Math.max(1, rounds), Optional.empty());
            }
            Forks turns = new PairForks(comparisons, new PairProgram(library, PAIR_TIME), seed);
            Decisions decisions = new UntilDecided(
                            comparisons, turns, jmh, recorder, progress, request.margin(), rounds, request.pairTime())
                    .run(seed);
            return new Measured(decisions.lastLook(), Optional.of(decisions));
        }
    }

    /**
     * What is measured in turns until it is decided, in display order: with `--until-decided` every comparison, in a run of
     * two builds none.
     */
    private List<PendingComparison> pairs(Plan plan) {
        if (plan.comparesBuilds()) {
            return List.of();
        }
        return plan.comparisons().entrySet().stream()
                .map(comparison -> PendingComparison.between(comparison.getKey(), comparison.getValue()))
                .filter(comparison ->
                        request.untilDecided() || comparison.pair().isPresent())
                .toList();
    }

    /**
     * Whether a cell has a JMH fork in a round. What C times by itself needs none where it takes turns, and what takes turns
     * needs fewer: its forks give the absolute figure alone.
     */
    private BiPredicate<Cell, Integer> isMeasuredAlone(List<PendingComparison> comparisons) {
        Set<String> paired = new HashSet<>();
        Set<String> timedByC = new HashSet<>();
        for (PendingComparison comparison : comparisons) {
            Set<String> cells =
                    comparison.pair().orElseThrow().measurement().kind().isSteady() ? paired : timedByC;
            cells.add(comparison.cell().id());
            cells.add(comparison.baseline().id());
        }
        int most = request.preset().roundsOfPaired();
        return (cell, round) -> !timedByC.contains(cell.id()) && (round <= most || !paired.contains(cell.id()));
    }

    /** Ctrl-C or a failure: the journal is whole as it is; what is derived from it is brought up to it. */
    private void leave(Prepared run, JournalWriter journal, JmhExport export) {
        try {
            run.folder.writeJmhJson(export.export(run.plan, journal.records()));
        } catch (IOException e) {
            out.println("jmh.json was not written: reason=" + e.getMessage());
        }
        out.printf(
                Locale.ROOT,
                "%nstopped; %d finished forks are kept. To go on: %s --resume \"%s\"%n",
                journal.records().size(),
                request.command(),
                run.folder.path());
        out.flush();
    }
}
