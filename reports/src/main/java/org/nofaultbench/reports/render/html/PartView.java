// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;

/**
 * One section as a part of the page.
 *
 * @param content the section
 * @param drawing of its charts
 */
record PartView(Content content, Function<Chart, Optional<String>> drawing) {

    private static final Map<String, String> KINDS =
            Map.of("yes", "yes", "no", "no", "skip", "skip", Matrix.DECLARED, "declared", Matrix.NOTHING, "none");
    private static final String NOT_OK = "differs";

    View.Part part() {
        return new View.Part(
                content.id(),
                content.title(),
                content.explanation(),
                IntStream.range(0, content.blocks().size())
                        .mapToObj(this::piece)
                        .toList());
    }

    private View.Piece piece(int at) {
        Block block = content.blocks().get(at);
        return new View.Piece(
                block instanceof Prose prose ? Printable.text(prose.text()) : null,
                block instanceof Table table ? grid(table, at) : null,
                block instanceof Matrix matrix ? matrix(matrix) : null,
                block instanceof Chart chart ? figure(chart, at) : null);
    }

    /** The table that follows a chart has its figures. */
    private View.Figure figure(Chart chart, int at) {
        String table = IntStream.range(at + 1, content.blocks().size())
                .filter(after -> content.blocks().get(after) instanceof Table)
                .mapToObj(this::tableId)
                .findFirst()
                .orElse(null);
        return new View.Figure(
                chart.id(), Printable.brief(chart.title()), drawing.apply(chart).orElse(null), table);
    }

    private String tableId(int at) {
        return content.id() + "-table-" + at;
    }

    private View.Grid grid(Table table, int at) {
        List<View.Row> rows = table.rows().stream()
                .map(row -> new View.Row(Printable.brief(row.label()), row.standIn(), cells(row.entries())))
                .toList();
        String kind = table.isJudged() ? "judged" : table.columns().equals(List.of("value")) ? "facts" : "plain";
        String caption = Printable.text(table.caption());
        return new View.Grid(
                tableId(at),
                caption.isEmpty() ? content.title() : Printable.brief(table.caption()),
                caption,
                table.corner(),
                table.columns().stream().map(Printable::brief).toList(),
                rows,
                kind);
    }

    private View.Matrix matrix(Matrix matrix) {
        return new View.Matrix(
                content.title(),
                matrix.corner(),
                IntStream.range(0, matrix.columns().size())
                        .mapToObj(column -> new View.Heading(
                                column + 1, Printable.brief(matrix.columns().get(column))))
                        .toList(),
                matrix.rows().stream()
                        .map(row -> new View.MarkedRow(
                                Printable.brief(row.label()),
                                row.standIn(),
                                row.marks().stream()
                                        .map(mark -> new View.Mark(KINDS.getOrDefault(mark, NOT_OK), mark))
                                        .toList()))
                        .toList());
    }

    /** A row that misses for one reason says so once, across all columns. */
    private static List<View.Cell> cells(List<Entry> entries) {
        if (entries.get(0) instanceof Entry.Missing missing && entries.stream().allMatch(missing::equals)) {
            return List.of(new View.Cell(
                    "missing",
                    missing.absence().kind().name(),
                    null,
                    Printable.brief(missing.absence().reason()),
                    null,
                    Integer.toString(entries.size()),
                    null));
        }
        return entries.stream().map(PartView::cell).toList();
    }

    private static View.Cell cell(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return text(text.sentence());
        }
        if (entry instanceof Entry.Figure figure) {
            return new View.Cell("number", figure.value().text(), interval(figure), sortKey(figure.value()));
        }
        return entry instanceof Entry.Judged judged
                ? judged(judged)
                : new View.Cell(
                        "missing", ((Entry.Missing) entry).absence().kind().name(), null, null);
    }

    private static View.Cell text(Sentence sentence) {
        String text = sentence.text();
        boolean number = text.matches("[-+]?[0-9]+([.][0-9]+)?");
        boolean figure = sentence.values().size() == 1 && sentence.parts().get(0) instanceof Value;
        return new View.Cell(
                number || figure || text.equals("too few") ? "number" : "words",
                Printable.text(text),
                null,
                figure ? sortKey(sentence.values().get(0)) : number ? text : null);
    }

    private static View.Cell judged(Entry.Judged judged) {
        if (judged.ratio().isEmpty()) {
            return new View.Cell(
                    "number",
                    judged.time(),
                    interval(judged.figure()),
                    judged.control() ? "baseline" : "no ratio",
                    null,
                    null,
                    judged.control() ? "1.0" : null);
        }
        Value ratio = judged.ratio().get();
        String verdict = ratio.verdict().orElseThrow().label();
        return new View.Cell(
                "number",
                judged.ratioText() + "\u00d7",
                judged.ratioEnds()
                        .map(ends -> String.join("\u2013", ends))
                        .orElseGet(() -> Plural.of(ratio.n(), "round", "rounds")),
                judged.time() + ", sees " + String.join(", A/A ", judged.resolution()),
                new View.Badge(
                        judged.judgement().orElseThrow().label(),
                        verdict.toLowerCase(Locale.ROOT).replace(' ', '-')),
                null,
                sortKey(ratio));
    }

    private static String interval(Entry.Figure figure) {
        return figure.ends()
                .map(ends -> String.join(ends.get(0).startsWith("-") ? " to " : "\u2013", ends))
                .orElseGet(() -> Plural.of(figure.value().n(), "round", "rounds"));
    }

    /** What the column is sorted by: the figure unrounded, in a unit that all of its column share. */
    private static String sortKey(Value value) {
        return Double.toString(value.value());
    }
}
