// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.machine.Emulation;
import org.nofaultbench.benchmarks.machine.EnvironmentReader;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.ForkLength;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Manifest;

/**
 * Everything of a plan that a run folder does not have yet, from the first fork to the finished folder.
 *
 * @param terminal whether {@code out} is one, which a progress line may rewrite
 */
record Measurement(RunRequest request, NofaultLibrary library, PrintStream out, boolean terminal, Clock clock) {

    /** Of a fork that holds a pair: twice what its start takes is enough, since forks differ more than their cycles. */
    private static final Duration PAIR_TIME = Duration.ofMillis(20);

    Run.Outcome of(Plan plan, Optional<BuildUnderTest> base, RunFolder folder, Manifest manifest, Environment environment)
            throws IOException {
        JmhExport export = new JmhExport(forkLength(), environment.jvm(), Emulation.timeUnit(environment));
        try (Journal journal = folder.openJournal()) {
            Thread hook = new Thread(() -> leave(folder, journal, export, plan));
            Runtime.getRuntime().addShutdownHook(hook);
            Measured measured = measureRounds(plan, base, folder, journal, manifest.seed());
            Runtime.getRuntime().removeShutdownHook(hook);
            folder.writeJmhJson(export.export(plan, journal.records()));
            folder.write(new EnvironmentReader(KernelFiles.ofThisMachine()).after(environment));
            List<String> reasons = reasons(journal.records());
            folder.write(Manifests.finished(manifest, measured.rounds, measured.looks, reasons, clock.instant()));
            return new Run.Outcome(folder.path(), reasons,
                    base.map(build -> BuildComparison.of(plan, journal.records(), request.margin())), measured.decisions);
        }
    }

    /**
     * @param rounds that were planned in the end
     * @param looks of a deciding run
     */
    private record Measured(int rounds, List<Integer> looks, Optional<Decisions> decisions) {

        private static Measured of(int rounds) {
            return new Measured(Math.max(1, rounds), List.of(), Optional.empty());
        }

        private static Measured of(Decisions decisions) {
            List<Integer> looks = decisions.looks();
            return new Measured(looks.get(looks.size() - 1), looks, Optional.of(decisions));
        }
    }

    private Measured measureRounds(
            Plan plan, Optional<BuildUnderTest> base, RunFolder folder, Journal journal, long seed) throws IOException {
        try (PrintStream log = folder.openLog();
                ForksOfBuilds forks =
                        ForksOfBuilds.of(BuildUnderTest.own(library), base, forkLength(), seed, log)) {
            NoiseMeter noise = new NoiseMeter(KernelFiles.ofThisMachine());
            ForkRecorder recorder = new ForkRecorder(folder, journal, noise, clock);
            Progress progress = new Progress(out, terminal, clock, request.budget());
            return request.untilDecided()
                    ? Measured.of(untilDecided(plan, journal, recorder, forks, progress, seed))
                    : Measured.of(new Rounds(journal, recorder, forks, progress).run(plan, request.budget(), seed));
        }
    }

    private Decisions untilDecided(
            Plan plan, Journal journal, ForkRecorder recorder, Forks jmh, Progress progress, long seed) throws IOException {
        List<OpenRow> rows = plan.comparisons().entrySet().stream()
                .map(comparison -> OpenRow.of(comparison.getKey(), comparison.getValue()))
                .toList();
        Map<String, PairSpec> specs = new HashMap<>();
        rows.forEach(row -> row.pair().ifPresent(pair -> specs.put(row.cell().id(), pair)));
        Forks pairs = new PairForks(specs, new PairProgram(library, PAIR_TIME), seed);
        Forks alone = new AloneForks(library.faultPathProgram(), seed);
        return new UntilDecided(rows, Lane.of(rows, pairs, alone, jmh), journal, recorder, progress, request.margin(),
                DecidingTime.of(request, plan)).run(seed);
    }

    /** Ctrl-C or a failure: the journal is whole as it is; what is derived from it is brought up to it. */
    private void leave(RunFolder folder, Journal journal, JmhExport export, Plan plan) {
        try {
            folder.writeJmhJson(export.export(plan, journal.records()));
        } catch (IOException e) {
            out.println("jmh.json was not written: reason=" + e.getMessage());
        }
        out.printf(
                Locale.ROOT,
                "%nstopped; %d finished forks are kept. To go on: %s --resume \"%s\"%n",
                journal.records().size(),
                request.command(),
                folder.path());
        out.flush();
    }

    private static List<String> reasons(List<ForkRecord> forks) {
        List<String> reasons = new ArrayList<>();
        for (ForkRecord fork : forks) {
            if (fork.failed()) {
                reasons.add("fork failed: cell=" + fork.cell() + ", round=" + fork.round() + ", error=" + fork.error());
            }
        }
        return reasons;
    }

    private ForkLength forkLength() {
        return request.untilDecided() ? ForkLength.shortest() : request.preset();
    }
}
