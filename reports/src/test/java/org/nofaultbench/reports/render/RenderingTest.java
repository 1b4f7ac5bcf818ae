// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.advice.AdviceReport;
import org.nofaultbench.reports.advice.AdviseCommand;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.evidence.EvidenceReport;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.render.text.TerminalSummary;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/** A rendering prints the numbers of the model: all of its figures, and none of its own. */
class RenderingTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9]+(?:[.][0-9]+)?(?![\\w]*[.]?[0-9])");

    private static final Analysis RUN =
            Analyst.analyse(RunReader.read(RunFolder.locate(Fixture.run())), Margin.DEFAULT);

    private static final Map<String, Report> REPORTS = Map.of(
            "run", RunReport.of(RUN, AdviseCommand.recommendation(RUN)),
            "advice", AdviceReport.of(RUN),
            "mail", EvidenceReport.of(RUN));

    private static final Map<String, Function<Report, String>> WHOLE = Map.of(
            "page",
            report -> visible(HtmlPage.render(report)),
            "text",
            PlainText::render,
            "mail",
            PlainText::mail,
            "json",
            report -> ReportJson.write(report).replaceAll("\\\\u[0-9A-Fa-f]{4}", " "));

    private static String visible(String page) {
        var document = Jsoup.parse(page);
        document.select("script, style, svg").remove();
        document.select("span, td, th, dt, dd, a").append(" ");
        return document.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "advice", "mail"})
    void everyRenderingPrintsEveryFigure(String name) {
        Report report = REPORTS.get(name);
        Set<String> figures = new HashSet<>();
        values(report).forEach(value -> figures.addAll(numbers(value.text())));
        assertThat(figures).hasSizeGreaterThan(30);
        WHOLE.forEach((format, rendering) -> assertThat(
                        without(figures, new HashSet<>(numbers(rendering.apply(report)))))
                .as("figures that are missing in " + name + " as " + format)
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "advice", "mail"})
    void noRenderingAddsANumber(String name) {
        Report report = REPORTS.get(name);
        Set<String> known = known(report);
        Stream.of("page", "text", "mail")
                .forEach(format -> assertThat(
                                without(new HashSet<>(numbers(WHOLE.get(format).apply(report))), known))
                        .as("numbers that are no figure in " + name + " as " + format)
                        .isEmpty());
        assertThat(without(new HashSet<>(numbers(TerminalSummary.render(report))), known))
                .isEmpty();
    }

    @Test
    void aWordThatStandsOutAndTheWordsOfASmallChartAreInEveryRendering() {
        Value size = Value.plain(new Origin(Statistic.SERIES, "size of a change"), 1.042, "", "+4.2%");
        Interval band = new Interval(1, 3);
        Chart.OverTime chart = new Chart.OverTime(
                "time",
                "Time",
                "Time of 1 run.",
                new Chart.Axis("Time", Scale.ofRatios(), false),
                "runs",
                List.of("2026-11-24"),
                List.of(new Chart.Dot(2, Optional.empty(), true)),
                List.of(new Chart.Level(0, 1, 2, band)),
                List.of(),
                List.of());
        Table table = new Table(
                "",
                "cell",
                List.of("last change", "over time"),
                List.of(Table.Row.of(
                        "a",
                        new Entry.Marked("NOISIER", Verdict.SLOWER, Sentence.join(size, " time")),
                        new Entry.Spark(chart))));
        Report report = Report.ofManyRuns(
                "History",
                "What changed",
                List.of(),
                "",
                List.of(),
                List.of(new Content("a", "A", "", List.of(table))));
        assertThat(PlainText.render(report)).containsPattern("NOISIER [+]4[.]2% time +Time of 1 run[.]");
        assertThat(ReportJson.write(report)).contains("NOISIER +4.2% time", "Time of 1 run.", "\"SERIES\"");
        assertThat(HtmlPage.inSite(report, Optional.of("index.html")))
                .contains(
                        "<span class=\"badge slower\">NOISIER</span>",
                        "data-v=\"1.042\"",
                        "<svg class=\"spark\"",
                        "stroke=\"var(--c3)\"")
                .contains("<a href=\"index.html\">all cells</a>")
                .doesNotContain("Conditions");
    }

    @Test
    void jsonKeepsFactsThatShareAName() {
        List<Report.Fact> facts =
                List.of(new Report.Fact("Differ", "the machines"), new Report.Fact("Differ", "the suites"));
        assertThat(ReportJson.write(RunReport.of(RUN, facts, List.of(), List.of())))
                .contains("\"text\" : \"the machines; the suites\"");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Stream<Value> values(Report report) {
        return Stream.concat(
                        Stream.of(
                                        report.lead(),
                                        report.warnings(),
                                        report.facts().stream()
                                                .map(Report.Fact::value)
                                                .toList(),
                                        List.of(report.tally()))
                                .flatMap(List::stream),
                        report.all().flatMap(RenderingTest::sentences))
                .flatMap(sentence -> sentence.values().stream())
                // Only the last screen and the page have room for the tally.
                .filter(value -> !report.tally().values().contains(value));
    }

    private static Stream<Sentence> sentences(Content content) {
        return Stream.concat(
                Stream.concat(
                        content.all(Prose.class).map(Prose::sentence),
                        content.all(Table.class).map(Table::caption)),
                entries(content)
                        .flatMap(entry -> entry instanceof Entry.Text text
                                ? Stream.of(text.sentence())
                                : entry instanceof Entry.Figure figure
                                        ? Stream.of(Sentence.join(figure.value()))
                                        : entry instanceof Entry.Judged judged
                                                ? Stream.of(Sentence.join(
                                                        judged.figure().value()))
                                                : entry instanceof Entry.Marked marked
                                                        ? Stream.of(marked.sentence())
                                                        : Stream.empty()));
    }

    private static Stream<Entry> entries(Content content) {
        return content.all(Table.class).flatMap(table -> table.rows().stream()).flatMap(row -> row.entries().stream());
    }

    /** The numbers of all that the model says, in figures and in words. */
    private static Set<String> known(Report report) {
        List<String> texts = new ArrayList<>(List.of(
                report.run(),
                report.heading(),
                report.subtitle(),
                report.tally().text()));
        texts.addAll(report.reasons());
        report.warnings().forEach(warning -> texts.add(warning.text()));
        report.facts()
                .forEach(fact -> texts.add(fact.name() + " " + fact.value().text()));
        report.lead().forEach(sentence -> texts.add(sentence.text()));
        report.all().forEach(content -> {
            texts.addAll(List.of(content.id(), content.title(), content.explanation()));
            sentences(content).forEach(sentence -> texts.add(sentence.text()));
            content.all(Table.class).forEach(table -> {
                texts.add(table.caption().text() + " " + table.corner());
                texts.addAll(table.columns());
                table.rows().forEach(row -> texts.add(row.label()));
            });
            entries(content).forEach(entry -> texts.addAll(parts(entry)));
            content.all(Matrix.class)
                    .forEach(matrix -> IntStream.rangeClosed(0, matrix.columns().size())
                            .forEach(column -> texts.add(column + " " + column % 10)));
        });
        // Explained beside the heading of a judged table.
        texts.add("95");
        Set<String> known = new HashSet<>();
        texts.forEach(text -> known.addAll(numbers(text)));
        return known;
    }

    private static List<String> parts(Entry entry) {
        List<String> parts = new ArrayList<>();
        if (entry instanceof Entry.Missing missing) {
            parts.add(missing.absence().reason());
        } else if (entry instanceof Entry.Figure figure) {
            parts.addAll(figure.ends().orElse(List.of()));
            parts.add("" + figure.value().n());
        } else if (entry instanceof Entry.Judged judged) {
            parts.addAll(parts(judged.figure()));
            parts.addAll(List.of(judged.time(), judged.deviation()));
            parts.addAll(judged.resolution());
            judged.ratio().ifPresent(ratio -> parts.addAll(List.of(judged.ratioText(), "" + ratio.n())));
            judged.ratio().ifPresent(ratio -> parts.addAll(judged.ratioEnds().orElse(List.of())));
        }
        return parts;
    }
}
