// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.analysis.CellResult.Comparison;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/** A run that stopped at what it saw, with pairs in one process. */
class DecidingRunTest {

    private static final String CELL = "GuardCost.beginEnd/guard-pool";
    private static final String BASELINE = "GuardCost.beginEnd/unguarded-shared";

    @TempDir
    Path temporary;

    private static String fork(int round, double ratio) {
        double ns = 100 + 20 * (round % 3);
        return SyntheticRun.line(ForkRecordBuilder.builder()
                        .position(1)
                        .round(round)
                        .cell(CELL)
                        .startedUtc("2026-11-23T12:00:00Z")
                        .durationMs(60)
                        .samples(Map.of("primary", List.of(ns * ratio), "baselineNs", List.of(ns)))
                        .build())
                + "\n";
    }

    private RunCopy run(int rounds, double step, String looks) {
        return RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        old -> IntStream.rangeClosed(1, rounds)
                                .mapToObj(round -> fork(round, 1.5 + step * (round % 5)))
                                .collect(Collectors.joining()))
                .replace(
                        "manifest.json",
                        "\"deciding\" : null",
                        "\"deciding\" : {\"marginPercent\" : 1.0, \"limitMs\" : 60000, \"looks\" : " + looks + "}");
    }

    private static Analysis analysed(RunCopy run) {
        return Analyst.analyse(RunReader.read(RunFolder.locate(run.path())), Margin.DEFAULT);
    }

    private static CellResult cell(Analysis analysis, String id) {
        return analysis.cells().stream()
                .filter(cell -> cell.cell().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesTheRatioFromWithinTheFork() {
        Comparison comparison =
                cell(analysed(run(10, 1e-4, "[10]")), CELL).comparison().orElseThrow();

        assertThat(comparison.ratio().median()).isCloseTo(1.5, within(0.001));
        assertThat(comparison.verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void givesTheBaselineTheTimesThatItTookBesideTheOthers() {
        Analysis analysis = analysed(run(10, 1e-4, "[10]"));

        assertThat(cell(analysis, BASELINE).figures())
                .hasSize(10)
                .containsEntry(1, 120.0)
                .containsEntry(3, 100.0);
        assertThat(Warnings.of(analysis))
                .noneMatch(warning -> warning.sentence().text().contains("baseline"));
    }

    /** At the first of several looks less error may be made than at the only one; what was seen later does not undo it. */
    @Test
    void looksAsOftenAsTheRunDid() {
        Comparison once =
                cell(analysed(run(10, 1e-4, "[10]")), CELL).comparison().orElseThrow();
        Comparison later =
                cell(analysed(run(14, 1e-4, "[10, 14]")), CELL).comparison().orElseThrow();

        assertThat(later.ratio().n()).isEqualTo(10);
        assertThat(later.judgement()).isEqualTo(once.judgement());
    }

    @Test
    void looksAgainAtARunThatWasStoppedAsItWouldHave() {
        assertThat(cell(analysed(run(12, 1e-4, "[]")), CELL)
                        .comparison()
                        .orElseThrow()
                        .ratio()
                        .n())
                .isEqualTo(10);
    }

    @Test
    void refusesLooksThatGoBack() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> analysed(run(10, 1e-4, "[10, 9]")))
                .withMessageContaining("/deciding/looks/1");
    }
}
