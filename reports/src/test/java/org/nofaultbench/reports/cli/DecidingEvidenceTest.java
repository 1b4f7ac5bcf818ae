// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.DecidingRun;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.ForkRecordBuilder;

/** The mail from a run that looked at its comparisons more than once. */
class DecidingEvidenceTest {

    private static final String SUBJECT = "TruncationRecovery.everythingLost/nofault-emulated/1080p";
    private static final String OTHER = "TruncationRecovery.everythingLost/guard-pool/1080p";

    @TempDir
    Path temporary;

    private static String fork(int round, String cell, double ns) {
        return SyntheticRun.line(ForkRecordBuilder.builder()
                        .position(1)
                        .round(round)
                        .cell(cell)
                        .startedUtc("2026-11-23T12:00:00Z")
                        .durationMs(60)
                        .samples(Map.of("recoveryNs", List.of(ns, ns * 1.01, ns * 0.99)))
                        .build())
                + "\n";
    }

    /** Twice as slow in the ten rounds of the first look, three times in those that came after it. */
    private Path run() {
        RunCopy run = DecidingRun.in(temporary, 1.5);
        return run.edit(
                        "rounds.jsonl",
                        old -> IntStream.rangeClosed(1, 24)
                                .boxed()
                                .flatMap(round -> Stream.of(
                                        fork(round, SUBJECT, 2000 * ((round <= 10 ? 2 : 3) + 1e-4 * (round % 5))),
                                        fork(round, OTHER, 2000)))
                                .collect(Collectors.joining()))
                .replace("manifest.json", "[10, 14]", "[10, 14, 24]")
                .path();
    }

    @Test
    void judgesTheFlagAtTheLookThatDecided() {
        assertThat(Console.of("lkml", run()).out().replaceAll("\\s+", " "))
                .contains("SLOWER than 1 of 1: 2.000x (2.000-2.000) of guard-pool");
    }
}
