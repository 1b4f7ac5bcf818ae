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
import org.nofaultbench.reports.render.svg.Sparkline;
import org.nofaultbench.reports.stats.Verdict;

/**
 * One section as a part of the page.
 *
 * @param content the section
 * @param drawing of its charts
 */
record PartView(Content content, Function<Chart, Optional<String>> drawing) {

    /** What the template is filled with: finished strings, in the shape of the markup. */
    record Part(String id, String title, String explanation, List<Piece> pieces) {}

    /** One of its members is set, the others are null. */
    record Piece(String prose, Grid grid, Marks matrix, Figure figure) {}

    record Badge(String label, String kind) {}

    /** The drawing is markup of our own making, null where the machine has no fonts; the table is the anchor of one, or null. */
    record Figure(String id, String title, String svg, String table) {}

    record Grid(
            String id, String name, String caption, String corner, List<String> columns, List<Row> rows, String kind) {}

    record Marks(String name, String corner, List<Heading> headings, List<MarkedRow> rows) {}

    record Heading(int number, String name) {}

    record MarkedRow(String label, boolean standIn, List<Mark> marks) {}

    record Mark(String kind, String word) {}

    record Row(String label, String page, boolean standIn, List<Cell> cells) {}

    /**
     * Main text, what stands small below it, a verdict, how many columns it takes, what it is sorted by and a drawing of our own
     * making; each but the first two may be null.
     */
    record Cell(
            String kind,
            String main,
            String interval,
            String small,
            Badge badge,
            String span,
            String value,
            String svg) {

        Cell(String kind, String main, String interval, String value) {
            this(kind, main, interval, null, null, null, value, null);
        }
    }

    private static final Map<String, String> KINDS =
            Map.of("yes", "yes", "no", "no", "skip", "skip", Matrix.DECLARED, "declared", Matrix.NOTHING, "none");
    private static final String NOT_OK = "differs";

    Part part() {
        return new Part(
                content.id(),
                content.title(),
                content.explanation(),
                IntStream.range(0, content.blocks().size())
                        .mapToObj(this::piece)
                        .toList());
    }

    private Piece piece(int at) {
        Block block = content.blocks().get(at);
        return new Piece(
                block instanceof Prose prose ? prose.text() : null,
                block instanceof Table table ? grid(table, at) : null,
                block instanceof Matrix matrix ? matrix(matrix) : null,
                block instanceof Chart chart ? figure(chart, at) : null);
    }

    /** The table that follows a chart has its figures. */
    private Figure figure(Chart chart, int at) {
        String table = IntStream.range(at + 1, content.blocks().size())
                .filter(after -> content.blocks().get(after) instanceof Table)
                .mapToObj(this::tableId)
                .findFirst()
                .orElse(null);
        return new Figure(
                chart.id(), Printable.brief(chart.title()), drawing.apply(chart).orElse(null), table);
    }

    private String tableId(int at) {
        return content.id() + "-table-" + at;
    }

    private Grid grid(Table table, int at) {
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(
                        Printable.brief(row.label()), row.page().orElse(null), row.standIn(), cells(row.entries())))
                .toList();
        String kind = table.isJudged() ? "judged" : table.columns().equals(List.of("value")) ? "facts" : "plain";
        String caption = table.caption().text();
        return new Grid(
                tableId(at),
                caption.isEmpty() ? content.title() : Printable.brief(caption),
                caption,
                table.corner(),
                table.columns().stream().map(Printable::brief).toList(),
                rows,
                kind);
    }

    private Marks matrix(Matrix matrix) {
        return new Marks(
                content.title(),
                matrix.corner(),
                IntStream.range(0, matrix.columns().size())
                        .mapToObj(column -> new Heading(
                                column + 1, Printable.brief(matrix.columns().get(column))))
                        .toList(),
                matrix.rows().stream()
                        .map(row -> new MarkedRow(
                                Printable.brief(row.label()),
                                row.standIn(),
                                row.marks().stream()
                                        .map(mark -> new Mark(KINDS.getOrDefault(mark, NOT_OK), mark))
                                        .toList()))
                        .toList());
    }

    /** A row that misses for one reason says so once, across all columns. */
    private static List<Cell> cells(List<Entry> entries) {
        if (entries.get(0) instanceof Entry.Missing missing && entries.stream().allMatch(missing::equals)) {
            return List.of(new Cell(
                    "missing",
                    missing.absence().kind().name(),
                    null,
                    Printable.brief(missing.absence().reason()),
                    null,
                    Integer.toString(entries.size()),
                    null,
                    null));
        }
        return entries.stream().map(PartView::cell).toList();
    }

    private static Cell cell(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return text(text.sentence());
        }
        if (entry instanceof Entry.Figure figure) {
            return new Cell("number", figure.value().text(), interval(figure), sortKey(figure.value()));
        }
        if (entry instanceof Entry.Marked marked) {
            return marked(marked);
        }
        if (entry instanceof Entry.Spark spark) {
            return new Cell("words", "", null, null, null, null, null, Sparkline.svg(spark.chart()));
        }
        return entry instanceof Entry.Judged judged
                ? judged(judged)
                : new Cell("missing", ((Entry.Missing) entry).absence().kind().name(), null, null);
    }

    private static Cell text(Sentence sentence) {
        String text = sentence.text();
        boolean number = text.matches("[-+]?[0-9]+([.][0-9]+)?");
        boolean figure = sentence.values().size() == 1 && sentence.parts().get(0) instanceof Value;
        return new Cell(
                number || figure || text.equals("too few") ? "number" : "words",
                text,
                null,
                figure ? sortKey(sentence.values().get(0)) : number ? text : null);
    }

    private static Cell judged(Entry.Judged judged) {
        if (judged.ratio().isEmpty()) {
            return new Cell(
                    "number",
                    judged.time(),
                    interval(judged.figure()),
                    judged.control() ? "baseline" : "no ratio",
                    null,
                    null,
                    judged.control() ? "1.0" : null,
                    null);
        }
        Value ratio = judged.ratio().get();
        return new Cell(
                "number",
                judged.ratioText() + "\u00d7",
                judged.ratioEnds()
                        .map(ends -> String.join("\u2013", ends))
                        .orElseGet(() -> Plural.of(ratio.n(), "round", "rounds")),
                judged.time() + ", sees " + String.join(", A/A ", judged.resolution()),
                new Badge(
                        judged.judgement().orElseThrow().label(),
                        style(ratio.verdict().orElseThrow())),
                null,
                sortKey(ratio),
                null);
    }

    private static Cell marked(Entry.Marked marked) {
        Sentence sentence = marked.sentence();
        return new Cell(
                "words",
                "",
                null,
                sentence.isEmpty() ? null : sentence.text(),
                new Badge(marked.mark(), style(marked.colour())),
                null,
                sentence.values().stream().map(PartView::sortKey).findFirst().orElse(null),
                null);
    }

    private static String style(Verdict verdict) {
        return verdict.label().toLowerCase(Locale.ROOT).replace(' ', '-');
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
