// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.analysis.RunFolder;
import org.nofaultbench.reports.analysis.RunReader;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.Margin;

class SectionsTest {

    @TempDir
    Path temporary;

    /** A second parameter appears: every table and chart is drawn once for each of its values, and none mixes them. */
    @Test
    void drawOneChartAndTableForEachValueOfAParameterThatIsNoAxis() {
        RunCopy run = RunCopy.in(temporary).edit("manifest.json", text -> text
                .replaceAll("(BufferRead.warm/[a-z-]+/(?:16KiB|256KiB)\"(?s:[^{]*)\"parameters\" : \\{)", "$1\"walk\" : \"row\",")
                .replaceAll("(BufferRead.warm/[a-z-]+/(?:1080p|4K)\"(?s:[^{]*)\"parameters\" : \\{)", "$1\"walk\" : \"column\","));
        Content cost = content(report(run.path()), "cost");
        assertThat(cost.charts()).extracting(Chart::id)
                .containsExactly("cost-warm-walk-row", "cost-warm-walk-column", "cost-fresh");
        assertThat(cost.tables().map(Table::caption)).anyMatch(caption -> caption.startsWith("BufferRead.warm, walk=row,"));
        assertThat(cost.tables().map(Table::columns)).contains(List.of("16KiB", "256KiB"), List.of("1080p", "4K"));
    }

    @Test
    void keepARowForEveryStrategyOfTheManifestInEveryTableOfStrategies() {
        Report report = report(RunCopy.in(temporary).path());
        Stream.of("throughput", "cost", "guard-cost", "recovery", "latency").forEach(id ->
                assertThat(content(report, id).tables()).isNotEmpty().allSatisfy(table ->
                        assertThat(table.rows()).as(table.caption()).extracting(Table.Row::label).contains("nofault-private")));
    }

    @Test
    void markStandInsWhereverTheyAreShown() {
        Report report = report(RunCopy.in(temporary).path());
        assertThat(report.contents().stream().flatMap(Content::tables).flatMap(table -> table.rows().stream()))
                .filteredOn(row -> row.label().equals("nofault-emulated"))
                .isNotEmpty()
                .allMatch(Table.Row::standIn);
        assertThat(report.contents().stream().flatMap(Content::charts).flatMap(chart -> chart.series().stream())
                .map(Series::name)).contains("nofault-emulated (stand-in)").doesNotContain("nofault-emulated");
    }

    @Test
    void sayThatARunOfOneRoundDecidesNothing() {
        Report report = report(new SyntheticRun(1, 1).writeTo(temporary.resolve("smoke")));
        assertThat(report.tally()).contains("57 TOO FEW").doesNotContain("EQUIVALENT");
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("too few rounds"));
    }

    @Test
    void renderARunThatWasKilledBeforeItsFirstFork() {
        RunCopy run = RunCopy.in(temporary).edit("rounds.jsonl", all -> "").delete("latency.hlog")
                .replace("manifest.json", "\"FAIL\"", "\"UNFINISHED\"");
        Report report = report(run.path());
        assertThat(report.status()).isEqualTo(RunStatus.UNFINISHED);
        assertThat(report.contents().stream().flatMap(Content::charts)).isEmpty();
        assertThat(content(report, "latency").explanation()).isEqualTo("Not measured in this run.");
    }

    @Test
    void sayThatNothingWasProvenWhereTheRunHasNoProof() {
        RunCopy run = RunCopy.in(temporary);
        assertThat(content(report(run.path()), "properties").explanation()).contains("not proven on this kernel");
    }

    @Test
    void showWhatAProofRefuted() {
        RunCopy run = RunCopy.in(temporary)
                .replace("manifest.json", "\"proof\" : null", "\"proof\" : {\"librarySha256\" : \"abc\", \"kernelBuildId\" : null,"
                        + " \"observedUtc\" : \"2026-11-23T11:00:00Z\"}")
                .replace("manifest.json", "\"proven\" : null", "\"proven\" : {\"writable\" : false, \"tells-loss\" : false}");
        Table.Row row = content(report(run.path()), "properties").tables().findFirst().orElseThrow().rows().get(0);
        assertThat(row.entries()).contains(new Entry.Text("REFUTED"), new Entry.Text("no"), new Entry.Text("declared"));
    }

    @Test
    void tellReadingAndRecoveryAboutTheSameBuffer() {
        List<String> sentences = content(report(RunCopy.in(temporary).path()), "verdict").blocks().stream()
                .filter(Answer.class::isInstance)
                .flatMap(block -> ((Answer) block).statements().stream())
                .filter(statement -> statement.absence().isEmpty())
                .map(Answer.Statement::text)
                .toList();
        assertThat(sentences).isNotEmpty().allMatch(sentence -> sentence.contains(" 1080p "));
    }

    @Test
    void showAPercentileOnlyWhereEnoughAccessesLieBeyondIt() {
        Content latency = content(report(RunCopy.in(temporary).path()), "latency");
        Table recovery = latency.tables().filter(table -> table.caption().startsWith("Truncation")).findFirst().orElseThrow();
        Table.Row guardPool = recovery.rows().stream().filter(row -> row.label().equals("guard-pool")).findFirst().orElseThrow();
        assertThat(guardPool.entries().subList(1, 3)).containsOnly(new Entry.Text("too few"));
        assertThat(guardPool.entries().get(4)).isEqualTo(new Entry.Text("300"));
    }

    private static Report report(Path run) {
        return Report.of(Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT));
    }

    private static Content content(Report report, String id) {
        return report.contents().stream().filter(content -> content.id().equals(id)).findFirst().orElseThrow();
    }
}
