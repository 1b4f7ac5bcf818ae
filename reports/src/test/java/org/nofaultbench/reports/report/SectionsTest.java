// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Answer;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.fixture.TwoBuilds;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
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
                .filteredOn(id -> !id.contains("control"))
                .containsExactly("cost-warm-walk-row", "cost-warm-walk-column", "cost-fresh");
        assertThat(cost.tables().map(Table::caption)).anyMatch(caption -> caption.startsWith("BufferRead.warm, walk=row,"));
        assertThat(cost.tables().map(Table::columns)).contains(List.of("16KiB", "256KiB"), List.of("1080p", "4K"));
    }

    @Test
    void keepARowForEveryStrategyOfTheManifestInEveryTableOfStrategies() {
        Report report = report(RunCopy.in(temporary).path());
        Stream.of("throughput", "cost", "guard-cost", "recovery", "latency").forEach(id ->
                assertThat(content(report, id).tables()).filteredOn(table -> !apart(table)).isNotEmpty().allSatisfy(table ->
                        assertThat(table.rows()).as(table.caption()).extracting(Table.Row::label).contains("nofault-private")));
    }

    /** Each cell of the new build is compared with itself in the base: nothing mixes the builds, and nothing stands apart. */
    @Test
    void keepTheBuildsOfARunApartAndNameTheBuildThatIsComparedWith() {
        Path run = new TwoBuilds(RunCopy.in(temporary)).of("BufferRead.warm/");
        Report report = report(run);
        assertThat(content(report, "cost").tables()).extracting(Table::caption).containsExactly(
                "BufferRead.warm, build=new, time of one access and ratio to the same strategy, build=base",
                "BufferRead.warm, build=base, time of one access and ratio to its baseline");
        assertThat(content(report, "verdict").blocks()).hasOnlyElementsOfTypes(Answer.class, Prose.class)
                .anySatisfy(block -> assertThat(block.toString()).contains("of the same strategy, build=base"));
    }

    private static boolean apart(Table table) {
        return table.caption().contains("control=");
    }

    private static boolean inJava(String row) {
        return row.startsWith("jvm-");
    }

    /** Side by side they would be compared by eye, and the language would be taken for the strategy. */
    @Test
    void keepRowsApartThatAreComparedWithAnotherControl() {
        Report report = report(RunCopy.in(temporary).path());
        Stream.of("throughput", "cost", "guard-cost", "recovery", "latency").forEach(id -> {
            Content content = content(report, id);
            assertThat(content.tables()).filteredOn(SectionsTest::apart).isNotEmpty().allSatisfy(table ->
                    assertThat(table.rows()).extracting(Table.Row::label).allMatch(SectionsTest::inJava));
            assertThat(content.tables()).filteredOn(table -> !apart(table)).allSatisfy(table ->
                    assertThat(table.rows()).extracting(Table.Row::label).noneMatch(SectionsTest::inJava));
            assertThat(content.charts()).filteredOn(chart -> chart.id().contains("control")).allSatisfy(chart ->
                    assertThat(chart.description()).doesNotContain("guard-"));
        });
        assertThat(content(report, "cost").explanation()).contains("tables and charts of its own");
    }

    @Test
    void callNothingABaselineThatIsComparedWithNothing() {
        List<Answer.Statement> statements = content(report(RunCopy.in(temporary).path()), "verdict").blocks().stream()
                .filter(Answer.class::isInstance)
                .flatMap(block -> ((Answer) block).statements().stream())
                .toList();
        assertThat(statements).filteredOn(statement -> statement.text().startsWith("Losing 1080p while reading through jvm-mapped"))
                .singleElement().extracting(Answer.Statement::word).isEqualTo("no ratio");
        assertThat(statements).filteredOn(statement -> statement.text().startsWith("Losing 1080p while reading through guard-pool"))
                .singleElement().extracting(Answer.Statement::word).isEqualTo("baseline");
    }

    @Test
    void markStandInsWhereverTheyAreShown() {
        Report report = report(RunCopy.in(temporary).path());
        assertThat(report.contents().stream().flatMap(Content::tables).flatMap(table -> table.rows().stream()))
                .filteredOn(row -> row.label().equals("nofault-emulated"))
                .isNotEmpty()
                .allMatch(Table.Row::standIn);
        assertThat(report.contents().stream().flatMap(Content::charts)
                .filter(Chart.Plotted.class::isInstance)
                .flatMap(chart -> ((Chart.Plotted) chart).series().stream())
                .map(Series::name)).contains("nofault-emulated (stand-in)").doesNotContain("nofault-emulated");
    }

    @Test
    void showAtAGlanceWithWhichStrategyAnAttackerStealsMost() {
        Content hostile = content(report(RunCopy.in(temporary).path()), "hostile");
        Table table = hostile.tables().findFirst().orElseThrow();
        List<Double> times = table.rows().stream()
                .flatMap(row -> row.entries().stream().limit(1))
                .filter(Entry.Judged.class::isInstance)
                .map(entry -> ((Entry.Judged) entry).figure().median())
                .toList();
        assertThat(times).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(hostile.charts()).isNotEmpty();
    }

    @Test
    void showNoneOfManyAsThatAndNeverAsNothing() {
        Content content = content(report(RunCopy.in(temporary).path()), "frames");
        Table frames = content.tables().findFirst().orElseThrow();
        Table.Row guardPool = row(frames, "guard-pool");
        Table.Row pread = row(frames, "copy-pread");
        assertThat(guardPool.entries().subList(3, 7)).containsExactly(new Entry.Text("0 of 90"), new Entry.Text("0"),
                new Entry.Text("0 of 384"), new Entry.Text("0 of 384"));
        assertThat(pread.entries().get(4)).isEqualTo(new Entry.Text("6"));
        assertThat(content.tables().flatMap(table -> table.rows().stream()))
                .filteredOn(row -> inJava(row.label()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.entries()).allMatch(Entry.Missing.class::isInstance));
    }

    private static Table.Row row(Table table, String label) {
        return table.rows().stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void showEveryPartOfAPoolsLife() {
        Table lives = content(report(RunCopy.in(temporary).path()), "lifecycle").tables().findFirst().orElseThrow();
        assertThat(lives.columns()).hasSize(7);
        assertThat(row(lives, "guard-pool").entries().subList(1, 7)).allMatch(Entry.Figure.class::isInstance);
    }

    @Test
    void compareTheControlsOwnLoopWithAnotherLibrarys() {
        Table copies = content(report(RunCopy.in(temporary).path()), "staging").tables().findFirst().orElseThrow();
        Entry.Judged copy = (Entry.Judged) row(copies, "unguarded-shared").entries().get(0);
        assertThat(copy.comparison().orElseThrow().baseline().parameters()).containsEntry("kernel", "memcpy");
    }

    @Test
    void sayWhyTheProcessorsCountersAreSkipped() {
        Content counters = content(report(RunCopy.in(temporary).path()), "counters");
        assertThat(counters.explanation()).contains("SKIPPED: this machine has no hardware counters");
        assertThat(row(counters.tables().findFirst().orElseThrow(), "guard-pool").entries().subList(3, 6))
                .containsOnly(new Entry.Text("SKIPPED"));
    }

    @Test
    void nameTheClocksOwnCostBesideTheLatencies() {
        assertThat(content(report(RunCopy.in(temporary).path()), "latency").tables().map(Table::caption))
                .anyMatch(caption -> caption.startsWith("ReadLatency.warm, size=16KiB")
                        && caption.contains("takes 24 ns, in steps of 10 ns"));
    }

    @Test
    void sayThatARunOfOneRoundDecidesNothing() {
        Report report = report(new SyntheticRun(1, 1).writeTo(temporary.resolve("smoke")));
        assertThat(report.tally()).contains("114 TOO FEW").doesNotContain("EQUIVALENT");
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
        RunCopy run = RunCopy.in(temporary).edit("manifest.json", text -> text
                .replaceFirst("\"proof\" : \\{[^}]*}", "\"proof\" : null")
                .replaceAll("(?s)\"proven\" : \\{.*?\\}\\s*\\}", "\"proven\" : null"));
        Content properties = content(report(run.path()), "properties");
        assertThat(properties.explanation()).isEqualTo("Declared by each strategy; not proven on this kernel.");
        Matrix matrix = (Matrix) properties.blocks().get(0);
        assertThat(matrix.rows()).flatExtracting(Matrix.Row::marks).containsOnly(Matrix.DECLARED, Matrix.NOTHING);
        assertThat(mark(matrix, "sealed", "needs-client")).isEqualTo(Matrix.DECLARED);
    }

    @Test
    void markWhatAProofContradictsAndSayWhy() {
        Report report = report(RunCopy.in(temporary).path());
        Content properties = content(report, "properties");
        Matrix matrix = (Matrix) properties.blocks().get(0);
        assertThat(mark(matrix, "guard-jump", "tells-loss")).isEqualTo("NO!");
        assertThat(mark(matrix, "copy-pread", "nests-two-pools")).isEqualTo("YES!");
        assertThat(mark(matrix, "guard-pool", "works-in-two-threads")).isEqualTo("ERR!");
        assertThat(mark(matrix, "guard-pool", "keeps-valid-pages")).isEqualTo("no");
        assertThat(mark(matrix, "nofault-private", "writable")).isEqualTo("skip");
        assertThat(table(properties, "not as declared").rows()).contains(Table.Row.of("guard-jump", "12 tells-loss", "NO!",
                "yes", "declared yes: the handler sets the pool's flag; observed lost=0"));
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("3 of 230 experiments"));
        assertThat(report.reasons()).noneMatch(reason -> reason.contains("declared"));
    }

    @Test
    void groupThePropertiesThatHaveOneReason() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(table(properties, "reasons").rows()).contains(
                Table.Row.of("skip", "nofault-private 1-23", "this kernel has no MAP_NOSIGBUS: a probe in a child died of SIGBUS"),
                Table.Row.of("no", "guard-pool 11", "the whole pool is replaced at the first fault"));
    }

    @Test
    void keepARowWithoutMarksForAStrategyThatTheProofDoesNotKnow() {
        RunCopy run = RunCopy.in(temporary).edit("manifest.json", text ->
                text.replaceFirst("(?s)\"proven\" : \\{.*?\\}\\s*\\}", "\"proven\" : null"));
        Matrix matrix = (Matrix) content(report(run.path()), "properties").blocks().get(0);
        assertThat(matrix.rows().get(0).label()).isEqualTo("unguarded-shared");
        assertThat(matrix.rows().get(0).marks()).hasSize(23).containsOnly(Matrix.NOTHING);
    }

    @Test
    void nameWhatIsDeclaredAndWasNotPutToTheTest() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(table(properties, "declared and not").rows()).contains(
                new Table.Row("nofault-emulated", true, List.of(new Entry.Text("stand-in"))));
    }

    @Test
    void showWhatTheProbeNoted() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(properties.tables().flatMap(table -> table.rows().stream()))
                .contains(Table.Row.of("guard-jump", "falls back to guard-pool: the machine is made up"));
    }

    @Test
    void tellReadingAndRecoveryAboutTheSameBuffer() {
        List<String> sentences = content(report(RunCopy.in(temporary).path()), "verdict").blocks().stream()
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .filter(answer -> answer.question().startsWith("What does"))
                .flatMap(answer -> answer.statements().stream())
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
        assertThat(guardPool.entries().subList(2, 4)).containsOnly(new Entry.Text("too few"));
        assertThat(guardPool.entries().get(5)).isEqualTo(new Entry.Text("300"));
    }

    private static Report report(Path run) {
        return RunReport.of(Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT));
    }

    private static Content content(Report report, String id) {
        return report.contents().stream().filter(content -> content.id().equals(id)).findFirst().orElseThrow();
    }

    private static Table table(Content content, String caption) {
        return content.tables().filter(table -> table.caption().startsWith(caption)).findFirst().orElseThrow();
    }

    private static String mark(Matrix matrix, String strategy, String property) {
        Matrix.Row row = matrix.rows().stream().filter(of -> of.label().equals(strategy)).findFirst().orElseThrow();
        return row.marks().get(matrix.columns().indexOf(property));
    }
}
