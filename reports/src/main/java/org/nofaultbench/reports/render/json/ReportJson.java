// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.json;

import static org.nofaultbench.reports.render.json.JsonText.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Judgement;

/** A report with every figure, for other programs; {@code results/schema/report.schema.json} says what the fields mean. */
public final class ReportJson {

    private static final int SCHEMA_VERSION = 3;

    private ReportJson() {}

    public static String write(Report report) {
        ObjectNode facts = Json.object();
        report.facts().stream()
                .collect(Collectors.groupingBy(
                        Report.Fact::name,
                        LinkedHashMap::new,
                        Collectors.mapping(Report.Fact::value, Collectors.toList())))
                .forEach((name, values) -> facts.set(name, sentence(Sentence.list("; ", values))));
        return Json.text(object(
                "schemaVersion", SCHEMA_VERSION,
                "runId", report.run(),
                "heading", report.heading(),
                "subtitle", report.subtitle(),
                "status", report.status().name(),
                "reasons", report.reasons(),
                "warnings", report.warnings().stream().map(ReportJson::sentence).toList(),
                "facts", facts,
                "lead", report.lead().stream().map(ReportJson::sentence).toList(),
                "tally", sentence(report.tally()),
                "sections", report.all().map(ReportJson::section).toList()));
    }

    private static ObjectNode section(Content content) {
        return object(
                "id", content.id(),
                "title", content.title(),
                "explanation", content.explanation(),
                "blocks", content.blocks().stream().map(ReportJson::block).toList());
    }

    private static ObjectNode block(Block block) {
        if (block instanceof Prose prose) {
            return object("prose", sentence(prose.sentence()));
        }
        if (block instanceof Table table) {
            return object(
                    "table", sentence(table.caption()),
                    "columns", table.columns(),
                    "rows", table.rows().stream().map(ReportJson::row).toList());
        }
        return block instanceof Matrix matrix
                ? object(
                        "matrix", matrix.corner(),
                        "columns", matrix.columns(),
                        "rows",
                                matrix.rows().stream()
                                        .map(row -> object("label", row.label(), "marks", row.marks()))
                                        .toList())
                : chart((Chart) block);
    }

    private static ObjectNode row(Table.Row row) {
        return object(
                "label", row.label(),
                "standIn", row.standIn(),
                "entries", row.entries().stream().map(ReportJson::entry).toList());
    }

    private static ObjectNode entry(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return sentence(text.sentence());
        }
        if (entry instanceof Entry.Missing missing) {
            return object(
                    "missing", missing.absence().kind().name(),
                    "reason", missing.absence().reason());
        }
        if (entry instanceof Entry.Marked marked) {
            return sentence(Sentence.join(marked.mark(), " ", marked.sentence()));
        }
        if (entry instanceof Entry.Spark spark) {
            return sentence(Sentence.join(spark.chart().description()));
        }
        Entry.Figure figure = entry instanceof Entry.Judged judged ? judged.figure() : (Entry.Figure) entry;
        List<ObjectNode> figures = new ArrayList<>();
        figures.add(value(figure.value())
                .put("perPrintedUnit", figure.scale().perUnit())
                .put("printedUnit", figure.scale().unit()));
        if (entry instanceof Entry.Judged judged) {
            judged.ratio()
                    .ifPresent(
                            ratio -> figures.add(ratio(ratio, judged.judgement().orElseThrow())));
        }
        return object("figures", figures);
    }

    private static ObjectNode ratio(Value ratio, Judgement judgement) {
        return value(ratio)
                .put("p", judgement.tableP())
                .put("minimumDetectableEffect", finite(judgement.sight().smallestEffect()))
                .put("selfDifference", judgement.sight().selfDifference().orElse(null));
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** Marks and tiles with their figures. */
    private static ObjectNode chart(Chart chart) {
        ObjectNode node = object("chart", chart.id(), "title", chart.title());
        if (chart instanceof Chart.Plotted plotted) {
            node.put("values", plotted.values().label());
            JsonText.put(
                    node,
                    "series",
                    plotted.series().stream()
                            .map(series -> object(
                                    "name", series.name(),
                                    "marks",
                                            series.marks().stream()
                                                    .map(mark -> mark(plotted, mark))
                                                    .toList()))
                            .toList());
        } else if (chart instanceof Chart.HeatMap map) {
            JsonText.put(
                    node,
                    "tiles",
                    IntStream.range(0, map.rows().size())
                            .boxed()
                            .flatMap(row -> IntStream.range(0, map.columns().size())
                                    .mapToObj(column -> map.tiles()
                                            .get(row)
                                            .get(column)
                                            .map(tile -> object(
                                                    "row", map.rows().get(row),
                                                    "column", map.columns().get(column),
                                                    "outlined", tile.outlined(),
                                                    "figure", value(tile.ratio()))))
                                    .flatMap(Optional::stream))
                            .toList());
        }
        return node;
    }

    private static ObjectNode mark(Chart.Plotted chart, Chart.Mark mark) {
        return object("place", chart.placeNames().get(mark.place()), "figure", value(mark.value()));
    }

    private static ObjectNode sentence(Sentence sentence) {
        return object(
                "text", sentence.text(),
                "figures", sentence.values().stream().map(ReportJson::value).toList());
    }

    private static ObjectNode value(Value value) {
        return object(
                "statistic", value.origin().statistic().name(),
                "detail", value.origin().detail(),
                "cells", value.origin().cells(),
                "value", finite(value.value()),
                "unit", value.unit(),
                "interval", value.interval().map(ends -> List.of(ends.low(), ends.high())),
                "n", value.n(),
                "verdict", value.verdict().map(Enum::name),
                "text", value.text());
    }
}
