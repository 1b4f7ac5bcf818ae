// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;

class ForkSelectionTest {

    private static final String CELL = "GuardCost.beginEnd/guard-pool";

    @TempDir
    Path temporary;

    private static ForkRecord fork(double ns, double... stolenPercent) {
        List<Disturbance> disturbances = java.util.Arrays.stream(stolenPercent)
                .mapToObj(seen -> new Disturbance("stolen", seen, 4))
                .toList();
        return ForkRecordBuilder.builder()
                .position(1)
                .round(1)
                .cell(CELL)
                .startedUtc("2026-11-23T12:00:00Z")
                .durationMs(900)
                .samples(Map.of("primary", List.of(ns)))
                .disturbances(disturbances)
                .build();
    }

    private Analysis analysed(ForkRecord... attempts) {
        String lines = Stream.of(attempts).map(SyntheticRun::line).collect(Collectors.joining("\n"));
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .map(line -> line.startsWith("{\"round\":1,") && line.contains(CELL) ? lines : line)
                                .collect(Collectors.joining("\n", "", "\n")));
        return Analyst.analyse(RunReader.read(RunFolder.locate(run.path())), Margin.DEFAULT);
    }

    private static double figure(Analysis analysis) {
        return analysis.cells().stream()
                .filter(cell -> cell.cell().id().equals(CELL))
                .findFirst()
                .orElseThrow()
                .figures()
                .get(1);
    }

    @Test
    void countsTheForkThatWasNotDisturbed() {
        Analysis analysis = analysed(fork(9, 50), fork(2));

        assertThat(figure(analysis)).isEqualTo(2);
        assertThat(Warnings.of(analysis))
                .noneMatch(warning -> warning.sentence().text().contains("beyond a noise limit"));
    }

    @Test
    void countsTheLeastDisturbedForkWhereAllWereAndSaysSo() {
        Analysis analysis = analysed(fork(9, 50), fork(3, 6), fork(4, 5, 7));

        assertThat(figure(analysis)).isEqualTo(3);
        assertThat(Warnings.of(analysis))
                .extracting(warning -> warning.sentence().text())
                .filteredOn(text -> text.contains("beyond a noise limit"))
                .singleElement()
                .asString()
                .startsWith("1 of ");
    }

    @Test
    void refusesASecondForkWhereTheFirstWasNotDisturbed() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> analysed(fork(2), fork(3)))
                .withMessageContaining("round has two forks of one cell");
    }

    /** Severity is compared across limits, of which a frequency's is a floor and a count's may be 0. */
    @Test
    void comparesHowFarForksWentBeyondDifferentLimits() {
        assertThat(new Disturbance("MHz", 1000, 2000).excess()).isEqualTo(2);
        assertThat(new Disturbance("stolen", 12, 4).excess()).isEqualTo(3);
        assertThat(new Disturbance("throttled", 3, 0).excess()).isEqualTo(4);
        assertThat(ForkSelection.counting(List.of(fork(1, 12), fork(2, 8), fork(3, 8))))
                .containsExactly(fork(3, 8));
    }
}
