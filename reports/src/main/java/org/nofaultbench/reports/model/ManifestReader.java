// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads and checks {@code manifest.json}; the version first, since another version may have another shape. */
final class ManifestReader {

    private final JsonDocument document;
    private final Required required;

    private ManifestReader(JsonDocument document) {
        this.document = document;
        this.required = new Required(document);
    }

    static Manifest read(SourceFile file) {
        return new ManifestReader(Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES))).manifest();
    }

    private Manifest manifest() {
        checkVersion(document.tree().path("schemaVersion"));
        Manifest manifest = Json.bind(document, Manifest.class);
        checkHead(manifest);
        checkSuite(manifest.suite(), "/suite");
        if (manifest.against() != null) {
            checkSuite(manifest.against(), "/against");
        }
        checkDeciding(manifest.deciding());
        checkStrategies(manifest.strategies());
        new ProofCheck(required, manifest).check();
        new CellCheck(required, manifest).check();
        return manifest;
    }

    private void checkVersion(JsonNode version) {
        if (version.isMissingNode() || version.isNull()) {
            throw document.broken("value is missing", "/schemaVersion");
        }
        if (!version.isInt() || version.intValue() != Manifest.SCHEMA_VERSION) {
            throw document.refused(
                    "schema version is unknown",
                    "use the release of nofault-bench that wrote the run",
                    "/schemaVersion",
                    Detail.of("found", version),
                    Detail.of("known", Manifest.SCHEMA_VERSION));
        }
    }

    private void checkHead(Manifest manifest) {
        required.id(manifest.runId(), "/runId");
        required.present(manifest.status(), "/status");
        required.present(manifest.reasons(), "/reasons");
        for (int i = 0; i < manifest.reasons().size(); i++) {
            required.present(manifest.reasons().get(i), "/reasons/" + i);
        }
        required.present(manifest.suite(), "/suite");
        required.id(manifest.preset(), "/preset");
        required.that(
                manifest.plannedRounds() >= 1, "number is out of range", "/plannedRounds", manifest.plannedRounds());
        required.id(manifest.startedUtc(), "/startedUtc");
        required.present(manifest.command(), "/command");
        required.present(manifest.strategies(), "/strategies");
        required.present(manifest.cells(), "/cells");
    }

    private void checkSuite(Suite suite, String at) {
        required.id(suite.version(), at + "/version");
        required.id(suite.commit(), at + "/commit");
        required.id(suite.librarySha256(), at + "/librarySha256");
        required.id(suite.instructionSet(), at + "/instructionSet");
    }

    private void checkDeciding(SequentialSettings deciding) {
        if (deciding == null) {
            return;
        }
        required.present(deciding.looks(), "/deciding/looks");
        int last = 0;
        for (int i = 0; i < deciding.looks().size(); i++) {
            String at = "/deciding/looks/" + i;
            Integer look = deciding.looks().get(i);
            required.present(look, at);
            required.that(look > last && look <= Limits.ROUNDS, "number is out of range", at, look);
            last = look;
        }
        required.that(
                deciding.looks().size() <= Limits.LOOKS,
                "too many looks",
                "/deciding/looks",
                deciding.looks().size());
    }

    private void checkStrategies(List<StrategyEntry> strategies) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < strategies.size(); i++) {
            String at = "/strategies/" + i;
            StrategyEntry strategy = strategies.get(i);
            required.present(strategy, at);
            required.id(strategy.id(), at + "/id");
            required.that(ids.add(strategy.id()), "id is used twice", at + "/id", strategy.id());
            required.present(strategy.name(), at + "/name");
            required.id(strategy.family(), at + "/family");
            required.present(strategy.summary(), at + "/summary");
            required.present(strategy.declared(), at + "/declared");
            for (int j = 0; j < strategy.declared().size(); j++) {
                required.id(strategy.declared().get(j), at + "/declared/" + j);
            }
        }
    }
}
