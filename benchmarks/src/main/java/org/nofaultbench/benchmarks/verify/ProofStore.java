// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.JsonDocument;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.model.StoredProof;

/** The proof of one library on one kernel, {@code proofs/<library>-<kernel>.json} beside the run folders. */
final class ProofStore {

    private static final int HEX_DIGITS = 16;

    private final Path file;
    private final String librarySha256;
    private final String kernelBuildId;

    ProofStore(Path results, String librarySha256, String kernelBuildId) {
        this.file = results.resolve("proofs").resolve(start(librarySha256) + "-" + start(kernelBuildId) + ".json");
        this.librarySha256 = librarySha256;
        this.kernelBuildId = kernelBuildId;
    }

    private static String start(String hex) {
        return hex.substring(0, Math.min(HEX_DIGITS, hex.length()));
    }

    Path file() {
        return file;
    }

    /** Empty where nothing is stored for this library on this kernel. */
    Optional<StoredProof> find() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SourceFile source = new SourceFile(file);
            JsonDocument document = Json.parse(source, 0, source.bytes(Limits.DOCUMENT_BYTES));
            return Optional.of(Json.bind(document, StoredProof.class))
                    .filter(proof -> librarySha256.equals(proof.suite().librarySha256())
                            && kernelBuildId.equals(proof.kernelBuildId()));
        } catch (InputException e) {
            throw new UserError("the stored proof is damaged: file=" + file + "; run `verify` again", e);
        }
    }

    /** Finds out before the experiments whether what comes of them can be kept. */
    void prepare() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Readers see the old proof or the new one, never half of it. */
    void store(StoredProof proof) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, Json.page(proof));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private UserError cannotWrite(IOException e) {
        return new UserError(
                "cannot write results: folder=" + file.getParent() + ", " + Detail.reason(e)
                        + "; name a folder that can be written with --results",
                e);
    }
}
