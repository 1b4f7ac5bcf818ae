// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.benchmarks.machine.Emulation;
import org.nofaultbench.benchmarks.machine.EnvironmentReader;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.SuiteVersion;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.SequentialSettings;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.model.StoredProof;

/** One invocation of the suite, from an empty folder to a finished one. */
public final class Run {

    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** In short; `doctor --noise` takes all sizes and more time. */
    private static final Duration SELF_CHECK_TIME = Duration.ofSeconds(3);

    private static final List<BufferSize> SELF_CHECK_SIZES = List.of(BufferSize.CURSOR, BufferSize.FULL_HD);

    private final RunRequest request;
    private final NofaultLibrary library;
    private final Supplier<Optional<StoredProof>> proof;
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;

    /**
     * @param proof asked before the first fork of a new run; empty where nothing is proven for this library on this kernel
     * @param terminal whether {@code out} is one, which a progress line may rewrite
     */
    public Run(
            RunRequest request,
            NofaultLibrary library,
            Supplier<Optional<StoredProof>> proof,
            PrintStream out,
            boolean terminal,
            Clock clock) {
        this.request = request;
        this.library = library;
        this.proof = proof;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param comparison with the other build; empty in a run of one
     * @param decisions of a deciding run; empty in one of a fixed length
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
        checkThatAClientStarts();
        try {
            return request.against().isPresent() ? compare(plan, request.against().get()) : execute(plan, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the run stopped, what was measured is kept: reason=" + e.getMessage(), e);
        }
    }

    private Outcome compare(Plan plan, Against against) throws IOException {
        try (OtherBuild other = against.open(library)) {
            CellsOfBuild has = CellsOfBuild.of(other.build());
            plan.runnable().forEach(has::checkThatItHas);
            return execute(plan.ofTwoBuilds(), Optional.of(other.build()));
        }
    }

    private Outcome execute(Plan plan, Optional<BuildUnderTest> base) throws IOException {
        return request.resume().isPresent()
                ? resume(plan, base, RunFolder.existing(request.resume().get()))
                : begin(plan, base);
    }

    private Plan plan() {
        Plan plan = Plan.of(
                request.preset(),
                StrategyList.rows(library),
                id -> request.only().map(only -> only.matcher(id).find()).orElse(true));
        if (request.untilDecided() && plan.comparisons().isEmpty()) {
            throw new UserError("nothing to decide: only=" + request.only().map(Object::toString).orElse("")
                    + "; take cells with what they are compared with, `list` shows them");
        }
        if (plan.runnable().isEmpty()) {
            throw new UserError("nothing to run: only=" + request.only().map(Object::toString).orElse("")
                    + "; `list` shows the cells");
        }
        return plan;
    }

    private void checkThatAClientStarts() {
        Client.start(library, 4096, false).close();
    }

    private Outcome begin(Plan plan, Optional<BuildUnderTest> base) throws IOException {
        Optional<StoredProof> proven = proof.get();
        Environment environment = EnvironmentReader.resolving(
                new EnvironmentReader(KernelFiles.ofThisMachine()).read(request.machine(), ForkJvm.tuning()), selfCheck());
        Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RunFolder folder = RunFolder.create(
                request.results(),
                FOLDER_TIME.format(started),
                environment.machine(),
                String.valueOf(environment.kernel().release()),
                SuiteVersion.of(library).commit());
        folder.write(environment);
        Manifest manifest = Manifests.started(
                folder.name(),
                request,
                SuiteVersion.of(library),
                base.map(BuildUnderTest::suite),
                started.toString(),
                proven,
                StrategyList.rows(library),
                Emulation.marked(plan.entries(), environment),
                deciding(plan));
        folder.write(manifest);
        return new Measurement(request, library, out, terminal, clock).of(plan, base, folder, manifest, environment);
    }

    /** Null in a run of a fixed length. */
    private SequentialSettings deciding(Plan plan) {
        return request.untilDecided()
                ? new SequentialSettings(request.margin().width().value(), DecidingTime.of(request, plan).toMillis(), List.of())
                : null;
    }

    /** Null where it cannot be measured: the run is worth as much without. */
    private List<SelfComparison> selfCheck() {
        try {
            return new SelfCheck(new PairProgram(library)).of(SELF_CHECK_SIZES, SELF_CHECK_TIME, request.seed());
        } catch (IOException | UserError e) {
            out.println("what this machine resolves was not measured: reason=" + e.getMessage());
            return null;
        }
    }

    private Outcome resume(Plan plan, Optional<BuildUnderTest> base, RunFolder folder) throws IOException {
        Manifest manifest = folder.readManifest();
        Environment environment = folder.readEnvironment();
        Manifests.checkResumable(manifest, request, SuiteVersion.of(library), base.map(BuildUnderTest::suite),
                Emulation.marked(plan.entries(), environment));
        folder.write(Manifests.unfinished(manifest));
        return new Measurement(request, library, out, terminal, clock).of(plan, base, folder, manifest, environment);
    }
}
