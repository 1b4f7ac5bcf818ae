// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.fixture.DecidingRun;
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
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        text -> text.replaceAll(
                                        "(BufferRead.warm/[a-z-]+/(?:16KiB|256KiB)\"(?s:[^{]*)\"parameters\" : \\{)",
                                        "$1\"walk\" : \"row\",")
                                .replaceAll(
                                        "(BufferRead.warm/[a-z-]+/(?:1080p|4K)\"(?s:[^{]*)\"parameters\" : \\{)",
                                        "$1\"walk\" : \"column\","));
        Content cost = content(report(run.path()), "cost");
        assertThat(cost.all(Chart.class))
                .extracting(Chart::id)
                .filteredOn(id -> !id.contains("control"))
                .containsExactly("cost-warm-walk-row", "cost-warm-walk-column", "cost-fresh");
        assertThat(cost.all(Table.class).map(table -> table.caption().text()))
                .anyMatch(caption -> caption.startsWith("BufferRead.warm, walk=row,"));
        assertThat(cost.all(Table.class).map(Table::columns))
                .contains(List.of("16KiB", "256KiB"), List.of("1080p", "4K"));
    }

    @Test
    void nameAStrategyThatCannotRunOnceAndLeaveItOutOfTheTables() {
        Report report = report(RunCopy.in(temporary).path());
        assertThat(report.contents().stream()
                        .filter(content -> !Set.of("skipped", "properties").contains(content.id()))
                        .flatMap(content -> content.all(Table.class))
                        .flatMap(table -> table.rows().stream()))
                .extracting(Table.Row::label)
                .doesNotContain("nofault-private");
        assertThat(table(content(report, "skipped"), "rows without").rows())
                .filteredOn(row -> row.label().equals("nofault-private"))
                .singleElement()
                .satisfies(row -> assertThat(row.entries().get(0)).isEqualTo(new Entry.Text("SKIPPED")));
    }

    /** Each cell of the new build is compared with itself in the base: nothing mixes the builds, and nothing stands apart. */
    @Test
    void keepTheBuildsOfARunApartAndNameTheBuildThatIsComparedWith() {
        Path run = new TwoBuilds(RunCopy.in(temporary)).of("BufferRead.warm/");
        Report report = report(run);
        assertThat(content(report, "cost").all(Table.class))
                .extracting(table -> table.caption().text())
                .containsExactly(
                        "BufferRead.warm, build=new, time of one access and ratio to the same strategy, build=base",
                        "BufferRead.warm, build=base, time of one access and ratio to its baseline");
    }

    private static boolean apart(Table table) {
        return table.caption().text().contains("control=");
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
            assertThat(content.all(Table.class))
                    .filteredOn(SectionsTest::apart)
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(table.rows())
                            .extracting(Table.Row::label)
                            .allMatch(SectionsTest::inJava));
            assertThat(content.all(Table.class))
                    .filteredOn(table -> !apart(table))
                    .allSatisfy(table -> assertThat(table.rows())
                            .extracting(Table.Row::label)
                            .noneMatch(SectionsTest::inJava));
            assertThat(content.all(Chart.class))
                    .filteredOn(chart -> chart.id().contains("control"))
                    .allSatisfy(chart -> assertThat(chart.description()).doesNotContain("guard-"));
        });
        assertThat(content(report, "cost").explanation()).contains("separate tables and charts");
    }

    @Test
    void markStandInsWhereverTheyAreShown() {
        Report report = report(RunCopy.in(temporary).path());
        assertThat(report.contents().stream()
                        .flatMap(content -> content.all(Table.class))
                        .flatMap(table -> table.rows().stream()))
                .filteredOn(row -> row.label().equals("nofault-emulated"))
                .isNotEmpty()
                .allMatch(Table.Row::standIn);
        assertThat(report.contents().stream()
                        .flatMap(content -> content.all(Chart.class))
                        .filter(Chart.Plotted.class::isInstance)
                        .flatMap(chart -> ((Chart.Plotted) chart).series().stream())
                        .map(Chart.Series::name))
                .contains("nofault-emulated (stand-in)")
                .doesNotContain("nofault-emulated");
    }

    @Test
    void showAtAGlanceWithWhichStrategyAnAttackerStealsMost() {
        Content hostile = content(report(RunCopy.in(temporary).path()), "hostile");
        Table table = hostile.all(Table.class).findFirst().orElseThrow();
        List<Double> times = table.rows().stream()
                .flatMap(row -> row.entries().stream().limit(1))
                .filter(Entry.Judged.class::isInstance)
                .map(entry -> ((Entry.Judged) entry).figure().value().value())
                .toList();
        assertThat(times).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(hostile.all(Chart.class)).isNotEmpty();
    }

    @Test
    void showNoneOfManyAsThatAndNeverAsNothing() {
        Content content = content(report(RunCopy.in(temporary).path()), "frames");
        Table frames = content.all(Table.class).findFirst().orElseThrow();
        Table.Row guardPool = row(frames, "guard-pool");
        Table.Row pread = row(frames, "copy-pread");
        assertThat(guardPool.entries().subList(3, 7))
                .extracting(SectionsTest::text)
                .containsExactly("0 of 90", "0", "0 of 384", "0 of 384");
        assertThat(text(pread.entries().get(4))).isEqualTo("6");
    }

    private static String text(Entry entry) {
        return ((Entry.Text) entry).text();
    }

    private static Table.Row row(Table table, String label) {
        return table.rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showEveryPartOfAPoolsLife() {
        Table lives = content(report(RunCopy.in(temporary).path()), "lifecycle")
                .all(Table.class)
                .findFirst()
                .orElseThrow();
        assertThat(lives.columns()).hasSize(7);
        assertThat(row(lives, "guard-pool").entries().subList(1, 7)).allMatch(Entry.Figure.class::isInstance);
    }

    @Test
    void compareTheControlsOwnLoopWithAnotherLibrarys() {
        Table copies = content(report(RunCopy.in(temporary).path()), "staging")
                .all(Table.class)
                .findFirst()
                .orElseThrow();
        Entry.Judged copy =
                (Entry.Judged) row(copies, "unguarded-shared").entries().get(0);
        assertThat(copy.ratio().orElseThrow().origin().cells())
                .element(1)
                .asString()
                .contains("memcpy");
    }

    @Test
    void sayWhyTheProcessorsCountersAreSkipped() {
        Content counters = content(report(RunCopy.in(temporary).path()), "counters");
        assertThat(counters.explanation()).contains("This machine has no hardware counters");
        assertThat(counters.all(Table.class))
                .allSatisfy(table -> assertThat(table.columns()).doesNotContain("instructions"));
    }

    @Test
    void nameTheClocksOwnCostBesideTheLatencies() {
        assertThat(content(report(RunCopy.in(temporary).path()), "latency")
                        .all(Table.class)
                        .map(table -> table.caption().text()))
                .anyMatch(caption -> caption.startsWith("ReadLatency.warm, size=16KiB")
                        && caption.contains("takes 24 ns, in steps of 10 ns"));
    }

    @Test
    void sayThatARunOfOneRoundDecidesNothing() {
        Report report = report(new SyntheticRun(1, 1).writeTo(temporary.resolve("smoke")));
        assertThat(report.tally().text()).contains("114 TOO FEW").doesNotContain("EQUIVALENT");
        assertThat(report.warnings()).anyMatch(warning -> warning.text().contains("too few rounds"));
    }

    @Test
    void renderARunThatWasKilledBeforeItsFirstFork() {
        RunCopy run = RunCopy.in(temporary)
                .edit("rounds.jsonl", all -> "")
                .delete("latency.hlog")
                .replace("manifest.json", "\"FAIL\"", "\"UNFINISHED\"");
        Report report = report(run.path());
        assertThat(report.status()).isEqualTo(RunStatus.UNFINISHED);
        assertThat(report.contents().stream().flatMap(content -> content.all(Chart.class)))
                .isEmpty();
        assertThat(report.contents()).extracting(Content::id).doesNotContain("latency", "cost");
    }

    @Test
    void sayThatNothingWasProvenWhereTheRunHasNoProof() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        text -> text.replaceFirst("\"proof\" : \\{[^}]*}", "\"proof\" : null")
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
        assertThat(table(properties, "not as declared").rows())
                .contains(Table.Row.of(
                        "guard-jump",
                        "12 tells-loss",
                        "NO!",
                        "yes",
                        "declared yes: the handler sets the pool's flag; observed lost=0"));
        assertThat(report.warnings()).anyMatch(warning -> warning.text().startsWith("3 of 230 experiments"));
        assertThat(report.reasons()).noneMatch(reason -> reason.contains("declared"));
    }

    @Test
    void groupThePropertiesThatHaveOneReason() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(table(properties, "reasons").rows())
                .contains(
                        Table.Row.of(
                                "skip",
                                "nofault-private 1-23",
                                "this kernel has no MAP_NOSIGBUS: a probe in a child died of SIGBUS"),
                        Table.Row.of("no", "guard-pool 11", "the whole pool is replaced at the first fault"));
    }

    @Test
    void keepARowWithoutMarksForAStrategyThatTheProofDoesNotKnow() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        text -> text.replaceFirst("(?s)\"proven\" : \\{.*?\\}\\s*\\}", "\"proven\" : null"));
        Matrix matrix =
                (Matrix) content(report(run.path()), "properties").blocks().get(0);
        assertThat(matrix.rows().get(0).label()).isEqualTo("unguarded-shared");
        assertThat(matrix.rows().get(0).marks()).hasSize(23).containsOnly(Matrix.NOTHING);
    }

    @Test
    void nameWhatIsDeclaredAndWasNotPutToTheTest() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(table(properties, "declared and not").rows())
                .contains(
                        new Table.Row("nofault-emulated", true, Optional.empty(), List.of(new Entry.Text("stand-in"))));
    }

    @Test
    void showWhatTheProbeNoted() {
        Content properties = content(report(RunCopy.in(temporary).path()), "properties");
        assertThat(properties.all(Table.class).flatMap(table -> table.rows().stream()))
                .contains(Table.Row.of("guard-jump", "falls back to guard-pool: the machine is made up"));
    }

    @Test
    void answerWithTwelveRowsAtMostAboutOneBufferAndThreeCaveats() {
        Report report = report(RunCopy.in(temporary).path());
        Content overview = report.overview().orElseThrow();
        Table table = overview.all(Table.class).findFirst().orElseThrow();
        assertThat(table.rows())
                .hasSizeBetween(8, 12)
                .extracting(Table.Row::label)
                .contains("guard-pool", "copy-pread");
        assertThat(table.columns()).contains("begin+end", "upload 1080p", "recovery", "properties");
        assertThat(report.lead())
                .hasSizeBetween(2, 5)
                .extracting(Sentence::text)
                .anyMatch(sentence -> sentence.contains("upload of 1080p"))
                .anyMatch(sentence -> sentence.startsWith("When the client truncates"));
        assertThat(overview.all(Prose.class))
                .filteredOn(note -> note.text().startsWith("Note: "))
                .hasSizeBetween(1, 3);
    }

    @Test
    void nameTheMarginThatWasUsedAndNotTheReaders() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        text -> text.replaceAll("(\"id\" : \"BufferRead[^\"]*\",)", "$1 \"marginPercent\" : 5,")
                                .replaceAll("(\"id\" : \"HostileClient[^\"]*\",)", "$1 \"marginPercent\" : 10,")
                                .replaceAll("(\"id\" : \"GuardCost[^\"]*\",)", "$1 \"floorNs\" : 0.2,"));
        Report report = report(run.path());
        assertThat(content(report, "cost").explanation()).contains("lies inside the margin of 5%.");
        assertThat(content(report, "cost").all(Chart.class))
                .extracting(Chart::description)
                .allMatch(text -> text.contains("the shaded band is the margin of 5%"));
        assertThat(report.facts().toString())
                .contains("margin 1%, 5% or 10% by benchmark, at least 0.2 ns in GuardCost.");
    }

    @Test
    void sayOfARunThatStopsWhenDecidedThatItMeasuresOnlyWhatIsOpen() {
        assertThat(report(DecidingRun.in(temporary, 1.5).path()).facts().toString())
                .contains("in each every undecided cell once")
                .contains("each fork that ran both strategies, or within each round; times come from other forks");
    }

    /** In one run the client was told of the loss, in the other nobody saw it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void warnOfAStrategyThatReadOnlyZerosUnlessItWasMappedAgain(boolean again) {
        String count = again ? "\"reattachmentCount\":[3.0]," : "";
        Path run = RunCopy.in(temporary)
                .edit("manifest.json", text -> text.replace("guard-jump", "guard-libwayland"))
                .edit("latency.hlog", text -> text.replace("guard-jump", "guard-libwayland"))
                .edit(
                        "rounds.jsonl",
                        text -> text.replace("guard-jump", "guard-libwayland")
                                .replaceAll("(HostileClient[^{]*guard-libwayland[^{]*\"samples\":\\{)", "$1" + count))
                .path();
        assertThat(content(report(run), "hostile").explanation().contains("read only zeros"))
                .isNotEqualTo(again);
    }

    @Test
    void showAPercentileOnlyWhereEnoughAccessesLieBeyondIt() {
        Content latency = content(report(RunCopy.in(temporary).path()), "latency");
        Table recovery = latency.all(Table.class)
                .filter(table -> table.caption().text().startsWith("Truncation"))
                .findFirst()
                .orElseThrow();
        Table.Row guardPool = recovery.rows().stream()
                .filter(row -> row.label().equals("guard-pool"))
                .findFirst()
                .orElseThrow();
        assertThat(guardPool.entries().subList(2, 4)).containsOnly(new Entry.Text("too few"));
        assertThat(text(guardPool.entries().get(5))).isEqualTo("300");
    }

    private static Report report(Path run) {
        return RunReport.of(Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT));
    }

    private static Content content(Report report, String id) {
        return report.contents().stream()
                .filter(content -> content.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(Content content, String caption) {
        return content.all(Table.class)
                .filter(table -> table.caption().text().startsWith(caption))
                .findFirst()
                .orElseThrow();
    }

    private static String mark(Matrix matrix, String strategy, String property) {
        Matrix.Row row = matrix.rows().stream()
                .filter(one -> one.label().equals(strategy))
                .findFirst()
                .orElseThrow();
        return row.marks().get(matrix.columns().indexOf(property));
    }
}
