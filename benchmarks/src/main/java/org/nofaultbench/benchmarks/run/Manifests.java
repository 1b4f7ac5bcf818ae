// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.ManifestBuilder;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.StoredProof;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.StrategyEntryBuilder;
import org.nofaultbench.reports.model.Suite;

/** The manifest of a run as it starts, and whether another one can go on with it. */
final class Manifests {

    private Manifests() {}

    /** With this build's strategies and what is proven of them; the caller adds what it measures. */
    static ManifestBuilder builder(String runId, NofaultLibrary library, Optional<StoredProof> proof, Instant started) {
        Map<String, Map<String, Observation>> proven =
                proof.map(StoredProof::observations).orElse(Map.of());
        return ManifestBuilder.builder()
                .schemaVersion(Manifest.SCHEMA_VERSION)
                .runId(runId)
                .status(RunStatus.UNFINISHED)
                .reasons(List.of())
                .suite(BuildInfo.suite(library))
                .startedUtc(started.truncatedTo(ChronoUnit.SECONDS).toString())
                .proof(proof.map(StoredProof::proof).orElse(null))
                .strategies(Strategy.rows(library).stream()
                        .map(strategy -> entry(strategy, proven.get(strategy.id())))
                        .toList());
    }

    private static StrategyEntry entry(StrategyInfo strategy, Map<String, Observation> proven) {
        return StrategyEntryBuilder.builder()
                .id(strategy.id())
                .name(strategy.name())
                .family(strategy.family().id())
                .summary(strategy.summary())
                .standIn(strategy.has(Trait.STAND_IN))
                .declared(strategy.traits().stream().sorted().map(Trait::id).toList())
                .proven(proven)
                .note(strategy.note().orElse(null))
                .skipReason(strategy.skipReason().orElse(null))
                .build();
    }

    /** A run is one build measuring one set of cells; anything else is another run. */
    static void checkResumable(
            Manifest manifest, RunRequest request, Suite suite, Optional<Suite> against, List<CellEntry> cells) {
        checkSame("schemaVersion", manifest.schemaVersion(), Manifest.SCHEMA_VERSION);
        checkSame("preset", manifest.preset(), request.preset().id());
        checkSame("librarySha256", manifest.suite().librarySha256(), suite.librarySha256());
        // Every preset decides comparisons; whether it measured anything else is in the command alone.
        checkSame("untilDecided", manifest.command().contains(" --until-decided"), request.untilDecided());
        checkSame(
                "against",
                Optional.ofNullable(manifest.against()).map(Suite::librarySha256),
                against.map(Suite::librarySha256));
        checkSame("cells", manifest.cells(), cells);
    }

    private static void checkSame(String what, Object recorded, Object now) {
        if (!recorded.equals(now)) {
            String difference = what.equals("cells") ? "cells differ" : what + "=" + recorded + ", now=" + now;
            throw new UserError("cannot resume, the run was made otherwise: " + difference + "; start a new run");
        }
    }
}
