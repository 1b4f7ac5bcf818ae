// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.model.StoredProof;
import org.nofaultbench.reports.model.StoredProofBuilder;

/** Proves what this library's strategies survive on this kernel, and remembers it. */
public final class Prover {

    /** System property: true leaves the cases in JVMs out, for tests with a stand-in for {@code nofault-verify}. */
    static final String NATIVE_ONLY_PROPERTY = "nofault.verify.native.only";

    private static final int HEX_DIGITS = 16;

    private final NofaultLibrary library;
    private final KernelFiles files;
    private final Clock clock;
    /** Every source of experiments, in the order of the output. A new one is a line in the constructor. */
    private final List<PropertySource> sources;

    private final String librarySha256;
    private final Optional<String> kernelBuildId;
    private final Optional<Path> file;

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
        this.librarySha256 = library.sha256();
        this.kernelBuildId = files.kernelBuildId();
        this.file = kernelBuildId.map(
                id -> results.resolve("proofs").resolve(start(librarySha256) + "-" + start(id) + ".json"));
    }

    private static String start(String hex) {
        return hex.substring(0, Math.min(HEX_DIGITS, hex.length()));
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

    /**
     * Where the proof of this library on this kernel is stored, if it is: {@code proofs/<library>-<kernel>.json} beside the run
     * folders; empty where the kernel shows no build id: a proof would be taken for another kernel's.
     */
    public Optional<Path> file() {
        return file;
    }

    /** The stored proof for this library and this kernel; a damaged one is refused. */
    public Optional<StoredProof> stored() {
        try {
            return file.filter(Files::exists)
                    .map(SourceFile::new)
                    .map(source ->
                            Json.bind(Json.parse(source, 0, source.bytes(Limits.DOCUMENT_BYTES)), StoredProof.class))
                    .filter(this::isOfThisBuild);
        } catch (InputException e) {
            throw new UserError("the stored proof is damaged: file=" + file.get() + "; run `verify` again", e);
        }
    }

    private boolean isOfThisBuild(StoredProof proof) {
        return librarySha256.equals(proof.suite().librarySha256())
                && kernelBuildId.equals(Optional.ofNullable(proof.kernelBuildId()));
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
        Optional<Path> keeping = file.filter(any -> wanted.isWhole());
        keeping.ifPresent(Prover::prepare);
        Findings findings = new Findings(output);
        Optional<String> failure = experiment(wanted, findings, output);
        Optional<Path> kept = keeping.filter(any -> failure.isEmpty());
        kept.ifPresent(to -> store(proof(findings, wanted, command), to));
        return new Outcome(findings, failure, kept);
    }

    /** Finds out before the experiments whether what comes of them can be kept. */
    private static void prepare(Path to) {
        try {
            Files.createDirectories(to.getParent());
        } catch (IOException e) {
            throw cannotWrite(to, e);
        }
    }

    /** Readers see the old proof or the new one, never half of it. */
    private static void store(StoredProof proof, Path to) {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.write(part, Json.page(proof));
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(to, e);
        }
    }

    private static UserError cannotWrite(Path file, IOException e) {
        return new UserError(
                "cannot write results: folder=" + file.getParent() + ", " + Detail.reason(e)
                        + "; name a folder that can be written with --results",
                e);
    }

    /** Why they were not made to the end, in one line; empty where they were. What is finished before a failure counts. */
    private Optional<String> experiment(Selection wanted, Findings findings, Output output) {
        try {
            int cases = 0;
            for (PropertySource source : sources) {
                cases += source.open(wanted);
            }
            output.begin(cases);
            try {
                for (PropertySource source : sources) {
                    source.run(findings);
                }
            } finally {
                output.end(findings);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        } finally {
            sources.forEach(PropertySource::close);
        }
    }

    private StoredProof proof(Findings findings, Selection wanted, String command) {
        return StoredProofBuilder.builder()
                .schemaVersion(StoredProof.SCHEMA_VERSION)
                .suite(BuildInfo.suite(library))
                .kernelBuildId(kernelBuildId.orElseThrow())
                .kernelRelease(files.kernelRelease().orElse(null))
                .jvmVersion(System.getProperty("java.version"))
                .observedUtc(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .command(command)
                .recoveries(wanted.recoveries())
                .strategies(findings.strategies())
                .build();
    }
}
