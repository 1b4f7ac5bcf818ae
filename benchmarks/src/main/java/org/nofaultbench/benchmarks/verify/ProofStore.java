// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.StoredProof;

/** The proof of one library on one kernel, {@code proofs/<library>-<kernel>.json} beside the run folders. */
final class ProofStore {

    private static final int HEX_DIGITS = 16;
    private static final long MAX_BYTES = 4L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

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
            return Optional.of(read())
                    .filter(proof -> librarySha256.equals(proof.suite().librarySha256())
                            && kernelBuildId.equals(proof.kernelBuildId()));
        } catch (IOException e) {
            throw new UserError("the stored proof is damaged: file=" + file + "; run `verify` again", e);
        }
    }

    private StoredProof read() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException("no honest proof is larger");
        }
        StoredProof proof = JSON.readValue(file.toFile(), StoredProof.class);
        if (proof == null || proof.schemaVersion() != StoredProof.SCHEMA_VERSION || !isWhole(proof)) {
            throw new IOException("values are missing");
        }
        return proof;
    }

    private static boolean isWhole(StoredProof proof) {
        return proof.suite() != null
                && proof.strategies() != null
                && proof.strategies().stream()
                        .allMatch(strategy -> strategy != null
                                && strategy.id() != null
                                && strategy.properties() != null
                                && strategy.properties().stream()
                                        .allMatch(property -> property != null
                                                && property.id() != null
                                                && property.observed() != null));
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
            Files.write(part, JSON.writeValueAsBytes(proof));
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
