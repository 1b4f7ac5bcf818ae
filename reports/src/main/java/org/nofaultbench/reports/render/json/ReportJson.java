// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Judgement;

/** A report with every figure, for other programs; {@code results/schema/report.schema.json} says what the fields mean. */
public final class ReportJson {

    private static final int SCHEMA_VERSION = 2;

    private ReportJson() {}

    public static String write(Report report) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("runId", report.run());
        root.put("heading", report.heading());
        root.put("subtitle", report.subtitle());
        root.put("status", report.status().name());
        texts(root.putArray("reasons"), report.reasons());
        texts(root.putArray("warnings"), report.warnings());
        ObjectNode facts = root.putObject("facts");
        report.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
        ArrayNode lead = root.putArray("lead");
        report.lead().forEach(sentence -> lead.add(sentence(sentence)));
        root.set("tally", sentence(report.tally()));
        ArrayNode sections = root.putArray("sections");
        report.all().forEach(content -> sections.add(section(content)));
        return Json.text(root);
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode section(Content content) {
        ObjectNode node = Json.object();
        node.put("id", content.id());
        node.put("title", content.title());
        node.put("explanation", content.explanation());
        ArrayNode blocks = node.putArray("blocks");
        content.blocks().forEach(block -> blocks.add(block(block)));
        return node;
    }

    private static ObjectNode block(Block block) {
        if (block instanceof Prose prose) {
            ObjectNode node = Json.object();
            node.set("prose", sentence(prose.sentence()));
            return node;
        }
        if (block instanceof Table table) {
            return table(table);
        }
        return block instanceof Matrix matrix ? matrix(matrix) : chart((Chart) block);
    }

    private static ObjectNode table(Table table) {
        ObjectNode node = Json.object();
        node.put("table", table.caption());
        texts(node.putArray("columns"), table.columns());
        ArrayNode rows = node.putArray("rows");
        for (Table.Row row : table.rows()) {
            ObjectNode each = rows.addObject();
            each.put("label", row.label());
            each.put("standIn", row.standIn());
            ArrayNode entries = each.putArray("entries");
            row.entries().forEach(entry -> entries.add(entry(entry)));
        }
        return node;
    }

    private static ObjectNode entry(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return sentence(text.sentence());
        }
        ObjectNode node = Json.object();
        if (entry instanceof Entry.Missing missing) {
            return node.put("missing", missing.absence().kind().name())
                    .put("reason", missing.absence().reason());
        }
        Entry.Judged judged = entry instanceof Entry.Judged both ? both : null;
        Entry.Figure figure = judged == null ? (Entry.Figure) entry : judged.figure();
        ArrayNode figures = node.putArray("figures");
        ObjectNode time = value(figure.value());
        time.put("perPrintedUnit", figure.scale().perUnit());
        time.put("printedUnit", figure.scale().unit());
        figures.add(time);
        if (judged != null && judged.ratio().isPresent()) {
            figures.add(ratio(judged.ratio().get(), judged.judgement().orElseThrow()));
        }
        return node;
    }

    private static ObjectNode ratio(Value ratio, Judgement judgement) {
        ObjectNode node = value(ratio);
        node.put("p", judgement.tableP());
        finite(node, "minimumDetectableEffect", judgement.sight().smallestEffect());
        finite(node, "selfDifference", judgement.sight().selfDifference().orElse(Double.NaN));
        return node;
    }

    private static void finite(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode matrix(Matrix matrix) {
        ObjectNode node = Json.object();
        node.put("matrix", matrix.corner());
        texts(node.putArray("columns"), matrix.columns());
        ArrayNode rows = node.putArray("rows");
        matrix.rows()
                .forEach(row -> texts(rows.addObject().put("label", row.label()).putArray("marks"), row.marks()));
        return node;
    }

    /** Marks with their figures; heat maps and courses over time have theirs in the tables. */
    private static ObjectNode chart(Chart chart) {
        ObjectNode node = Json.object().put("chart", chart.id()).put("title", chart.title());
        if (chart instanceof Chart.Plotted plotted) {
            node.put("values", plotted.values().label());
            ArrayNode series = node.putArray("series");
            plotted.series().forEach(each -> {
                ArrayNode marks = series.addObject().put("name", each.name()).putArray("marks");
                each.marks()
                        .forEach(mark -> marks.addObject()
                                .put("place", plotted.placeNames().get(mark.place()))
                                .set("figure", value(mark.value())));
            });
        }
        return node;
    }

    private static ObjectNode sentence(Sentence sentence) {
        ObjectNode node = Json.object();
        node.put("text", sentence.text());
        ArrayNode figures = node.putArray("figures");
        sentence.values().forEach(value -> figures.add(value(value)));
        return node;
    }

    private static ObjectNode value(Value value) {
        ObjectNode node = Json.object();
        node.put("statistic", value.origin().statistic().name());
        node.put("detail", value.origin().detail());
        texts(node.putArray("cells"), value.origin().cells());
        finite(node, "value", value.value());
        node.put("unit", value.unit());
        ArrayNode interval = value.interval().isPresent() ? node.putArray("interval") : null;
        if (interval == null) {
            node.putNull("interval");
        } else {
            Interval ends = value.interval().get();
            interval.add(ends.low()).add(ends.high());
        }
        node.put("n", value.n());
        node.put("verdict", value.verdict().map(Enum::name).orElse(null));
        node.put("text", value.text());
        return node;
    }
}
