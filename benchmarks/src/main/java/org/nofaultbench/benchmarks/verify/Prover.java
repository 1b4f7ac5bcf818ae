// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.StoredProof;
import org.nofaultbench.reports.model.StoredProofBuilder;

/** Proves what this library's strategies survive on this kernel, and remembers it. */
public final class Prover {

    /** System property: true leaves the cases in JVMs out, for tests with a stand-in for {@code nofault-verify}. */
    static final String NATIVE_ONLY_PROPERTY = "nofault.verify.native.only";

    private final NofaultLibrary library;
    private final KernelFiles files;
    private final Clock clock;
    /** Every source of experiments, in the order of the output. A new one is a line in the constructor. */
    private final List<PropertySource> sources;

    private final Optional<ProofStore> store;

    /**
     * @param nativeOnly without what needs a JVM a case, which an emulated CPU takes minutes to start; it stays unproven
     * @param results folder of run folders, which also keeps the proofs
     */
    public Prover(NofaultLibrary library, boolean nativeOnly, Path results, KernelFiles files, Clock clock) {
        this.library = library;
        this.files = files;
        this.clock = clock;
        this.sources = nativeOnly || Boolean.getBoolean(NATIVE_ONLY_PROPERTY)
                ? List.of(new NativeSource(library))
                : List.of(new NativeSource(library), new JvmSource(library));
        this.store = files.kernelBuildId().map(id -> new ProofStore(results, library.sha256(), id));
    }

    /**
     * What came of a verification.
     *
     * @param failure why the experiments were not made to the end, in one line; empty where they were
     * @param stored the proof's file; empty where none was stored
     */
    public record Outcome(Findings findings, Optional<String> failure, Optional<Path> stored) {}

    public List<String> strategies() {
        return sources.stream()
                .flatMap(source -> source.strategies().stream())
                .distinct()
                .toList();
    }

    public List<String> properties() {
        return sources.stream()
                .flatMap(source -> source.properties().stream())
                .distinct()
                .toList();
    }

    /** Whether this kernel can be told from others; without that a proof would be taken for another kernel's. */
    public boolean canStore() {
        return store.isPresent();
    }

    /** Where the proof of this library on this kernel is stored, if it is; empty where the kernel shows no build id. */
    public Optional<Path> file() {
        return store.map(ProofStore::file);
    }

    /** The stored proof for this library and this kernel; a damaged one is refused. */
    public Optional<StoredProof> stored() {
        return store.flatMap(ProofStore::find);
    }

    /** The same; a damaged one is none. */
    public Optional<StoredProof> storedAndWhole() {
        try {
            return stored();
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    /** Makes the experiments, and stores what came of them where none was left out, also where some are not ok. */
    public Outcome prove(Selection wanted, String command, Output output) {
        Optional<ProofStore> keeping = store.filter(any -> wanted.isWhole());
        keeping.ifPresent(ProofStore::prepare);
        Findings findings = new Findings(output);
        Optional<String> failure = experiment(wanted, findings, output);
        Optional<ProofStore> kept = keeping.filter(any -> failure.isEmpty());
        kept.ifPresent(to -> to.store(proof(findings, wanted, command)));
        return new Outcome(findings, failure, kept.map(ProofStore::file));
    }

    /** Why they were not made to the end, in one line; empty where they were. */
    private Optional<String> experiment(Selection wanted, Findings findings, Output output) {
        try {
            int cases = 0;
            for (PropertySource source : sources) {
                cases += source.open(wanted);
            }
            output.begin(cases);
            return experiment(findings, output);
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } finally {
            sources.forEach(PropertySource::close);
        }
    }

    /** What is finished before a failure is shown and counts. */
    private Optional<String> experiment(Findings findings, Output output) {
        try {
            for (PropertySource source : sources) {
                source.run(findings);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } finally {
            output.end(findings);
        }
    }

    private StoredProof proof(Findings findings, Selection wanted, String command) {
        return StoredProofBuilder.builder()
                .schemaVersion(StoredProof.SCHEMA_VERSION)
                .suite(BuildInfo.suite(library))
                .kernelBuildId(files.kernelBuildId().orElseThrow())
                .kernelRelease(files.kernelRelease().orElse(null))
                .jvmVersion(System.getProperty("java.version"))
                .observedUtc(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .command(command)
                .recoveries(wanted.recoveries())
                .strategies(findings.strategies())
                .build();
    }
}
