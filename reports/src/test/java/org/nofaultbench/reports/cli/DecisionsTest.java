// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.ForkRecordBuilder;

/** What the report of a run says that stopped at what it saw. */
class DecisionsTest {

    private static final String CLEAR = "GuardCost.beginEnd/guard-pool";
    private static final String OPEN = "GuardCost.beginEnd/guard-jump";

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private static String fork(int round, String cell, double ratio) {
        double ns = 100 + 20 * (round % 3);
        return SyntheticRun.line(ForkRecordBuilder.builder()
                        .position(1)
                        .round(round)
                        .cell(cell)
                        .startedUtc("2026-11-23T12:00:00Z")
                        .durationMs(60)
                        .samples(Map.of("primary", List.of(ns * ratio), "baselineNs", List.of(ns)))
                        .build())
                + "\n";
    }

    private Path run() {
        return RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        old -> IntStream.rangeClosed(1, 14)
                                .boxed()
                                .flatMap(round -> Stream.of(
                                        fork(round, OPEN, 0.92 + 0.05 * (round % 5)),
                                        round > 10 ? "" : fork(round, CLEAR, 1.5 + 1e-4 * (round % 5))))
                                .collect(Collectors.joining()))
                .replace(
                        "manifest.json",
                        "\"deciding\" : null",
                        "\"deciding\" : {\"marginPercent\" : 1.0, \"limitMs\" : 61500, \"looks\" : [10, 14]}")
                .path();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE"})
    void isHowEachComparisonWasDecidedAndToWhichSideAnOpenOneLeans(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(Console.of("text", run()).out().replaceAll("\\s+", " "))
                .contains("1 of 2 comparisons are decided. They were judged after rounds 10, 14 of the run, each time")
                .contains("the time limit was 61.5 s")
                // The text wraps names that are too long for a column.
                .contains("GuardCost.beginEnd/guard- SLOWER 10 same process pool")
                .contains("GuardCost.beginEnd/guard- UNDECIDED, leans slower 14 same process jump");
    }

    /** Programs in C measured all of it, so that {@code jmh.json} has nothing. */
    @Test
    void isComparedThoughJmhMeasuredNoneOfIt() throws IOException {
        Path run = run();
        Files.writeString(run.resolve("jmh.json"), "[ ]");
        Console console = Console.of("compare", run, run, "--despite-differences");
        assertThat(console.err()).isEmpty();
        assertThat(console.exit()).as(console.out()).isZero();
        assertThat(console.out()).contains("rows compared").contains(OPEN);
    }

    @Test
    void isLeftOutOfARunOfFixedLength() {
        assertThat(Console.of("text", RunCopy.in(temporary).path()).out())
                .doesNotContain("How the comparisons were decided");
    }
}
