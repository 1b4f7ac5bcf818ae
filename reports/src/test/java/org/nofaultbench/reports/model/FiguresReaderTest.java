// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.stats.Margin;

class FiguresReaderTest {

    @TempDir
    Path temporary;

    private RunCopy run;

    @BeforeEach
    void copyARun() {
        run = RunCopy.in(temporary);
    }

    @Test
    void readsQuicklyWhatTheThoroughReaderReads() {
        assertThat(FiguresReader.quick(folder())).contains(FiguresReader.thorough(folder()));
    }

    @Test
    void readsTheFiguresAndRatiosOfTheReport() {
        Map<String, CellResult> report = Analyst.analyse(RunReader.read(folder()), Margin.DEFAULT).cells().stream()
                .collect(Collectors.toMap(cell -> cell.cell().id(), cell -> cell));
        List<CellFigures> figures = FiguresReader.read(folder()).cells();
        assertThat(figures).hasSizeGreaterThan(20).allSatisfy(cell -> {
            CellResult other = report.get(cell.id());
            assertThat(other.figure()).contains(cell.figure());
            assertThat(cell.ratio()).isEqualTo(other.comparison().map(Comparison::ratio));
        });
        assertThat(figures).filteredOn(CellFigures::inJava).isNotEmpty().allMatch(cell -> cell.id().contains("jvm-"));
    }

    /** All attempts stay in the journal; the last one that was not disturbed counts. */
    @Test
    void countsTheAttemptThatCountsInTheReport() {
        run.edit("rounds.jsonl", text -> text.lines().limit(1)
                .map(line -> line.replace("\"disturbances\":[]", "\"disturbances\":[{\"what\":\"load\",\"seen\":3.0,\"limit\":1.0}]")
                        .replaceAll("(\\d+)\\.(\\d+)", "9$1.$2"))
                .collect(Collectors.joining("\n", "", "\n")) + text);
        assertThat(run.path().resolve("rounds.jsonl")).content().contains("\"seen\":93.0");
        assertThat(FiguresReader.quick(folder())).contains(FiguresReader.thorough(folder()));
    }

    /** The thorough reader refuses some of these and tolerates others; the quick one does not decide. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rounds.jsonl  | \"round\":1           | \"round\":0",
        "rounds.jsonl  | \"round\":1           | \"round\":\"1\"",
        "rounds.jsonl  | \"round\":1           | \"round\":1e0",
        "rounds.jsonl  | \"round\":1           | \"round\":2,\"round\":1",
        "rounds.jsonl  | \"round\":1           | \"round\":2",
        "rounds.jsonl  | \"cell\":\"           | \"cell\":\"x",
        "rounds.jsonl  | \"samples\":{         | \"samples\":[{",
        "rounds.jsonl  | \"samples\":{         | \"samples\":{\"primary\":[-1.0],\"accessNs\":[-1.0],",
        "rounds.jsonl  | \"error\":null        | \"error\":3",
        "rounds.jsonl  | \"disturbances\":[]   | \"disturbances\":[null]",
        "rounds.jsonl  | \"disturbances\":[]   | \"disturbances\":[{\"what\":\"\",\"seen\":1.0,\"limit\":1.0}]",
        "rounds.jsonl  | {\"round\"            | {} {\"round\"",
        "manifest.json | \"schemaVersion\" : 1 | \"schemaVersion\" : 2",
        "manifest.json | \"status\" : \"       | \"status\" : \"X",
        "manifest.json | \"unit\" : \"ns/op\"  | \"unit\" : \"s/op\"",
        "manifest.json | \"id\" : \"           | \"id\" : \"x"
    })
    void leavesWhatIsUnusualToTheThoroughReader(String file, String old, String replacement) {
        assertThat(FiguresReader.quick(folder())).isPresent();
        run.replace(file, old, replacement);
        assertThat(FiguresReader.quick(folder())).isEmpty();
    }

    @Test
    void leavesAJournalThatWasCutToTheThoroughReader() {
        run.edit("rounds.jsonl", text -> text.substring(0, text.length() - 1));
        assertThat(FiguresReader.quick(folder())).isEmpty();
        assertThat(FiguresReader.read(folder())).isEqualTo(FiguresReader.thorough(folder()));
    }

    @Test
    void saysWithTheWordsOfTheThoroughReaderWhatIsWrong() {
        run.replace("rounds.jsonl", "\"round\":1", "\"round\":0");
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> FiguresReader.read(folder()))
                .withMessageContaining("number is out of range").withMessageContaining("line=1");
    }

    private RunFolder folder() {
        return new RunFolder(run.path());
    }
}
