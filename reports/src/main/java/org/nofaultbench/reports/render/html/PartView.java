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
        if (block instanceof Prose prose) {
            return new View.Piece(Printable.text(prose.text()), null, null, null);
        }
        if (block instanceof Table table) {
            return new View.Piece(null, grid(table, at), null, null);
        }
        if (block instanceof Matrix matrix) {
            return new View.Piece(null, null, MatrixView.of(matrix, content.title()), null);
        }
        return new View.Piece(null, null, null, figure((Chart) block, at));
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
                .map(row -> new View.Row(Printable.brief(row.label()), row.standIn(), CellView.of(row.entries())))
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

    /** A matrix of marks as a table of the page. */
    private static final class MatrixView {

        private static final Map<String, String> KINDS =
                Map.of("yes", "yes", "no", "no", "skip", "skip", Matrix.DECLARED, "declared", Matrix.NOTHING, "none");
        private static final String NOT_OK = "differs";

        private MatrixView() {}

        static View.Matrix of(Matrix matrix, String name) {
            List<View.Heading> headings = IntStream.range(0, matrix.columns().size())
                    .mapToObj(column -> new View.Heading(
                            column + 1, Printable.brief(matrix.columns().get(column))))
                    .toList();
            return new View.Matrix(
                    name,
                    matrix.corner(),
                    headings,
                    matrix.rows().stream().map(MatrixView::row).toList());
        }

        private static View.MarkedRow row(Matrix.Row row) {
            List<View.Mark> marks = row.marks().stream()
                    .map(mark -> new View.Mark(KINDS.getOrDefault(mark, NOT_OK), mark))
                    .toList();
            return new View.MarkedRow(Printable.brief(row.label()), row.standIn(), marks);
        }
    }

    /** Entries of tables as cells of the page. */
    private static final class CellView {

        private CellView() {}

        /** A row that misses for one reason says so once, across all columns. */
        static List<View.Cell> of(List<Entry> entries) {
            Entry first = entries.get(0);
            if (first instanceof Entry.Missing missing && entries.stream().allMatch(first::equals)) {
                return List.of(new View.Cell(
                        "missing",
                        missing.absence().kind().name(),
                        null,
                        Printable.brief(missing.absence().reason()),
                        null,
                        Integer.toString(entries.size()),
                        null));
            }
            return entries.stream().map(CellView::of).toList();
        }

        private static View.Cell of(Entry entry) {
            if (entry instanceof Entry.Text text) {
                boolean number = text.text().matches("[-+]?[0-9]+([.][0-9]+)?");
                boolean figure = text.sentence().values().size() == 1
                        && text.sentence().parts().get(0) instanceof Value;
                String kind = number || figure || text.text().equals("too few") ? "number" : "words";
                return new View.Cell(
                        kind,
                        Printable.text(text.text()),
                        null,
                        null,
                        null,
                        null,
                        figure ? sortKey(text.sentence().values().get(0).value()) : number ? text.text() : null);
            }
            if (entry instanceof Entry.Figure figure) {
                return new View.Cell(
                        "number",
                        figure.value().text(),
                        interval(figure),
                        null,
                        null,
                        null,
                        sortKey(figure.value().value()));
            }
            if (entry instanceof Entry.Judged judged) {
                return judged(judged);
            }
            Entry.Missing missing = (Entry.Missing) entry;
            return new View.Cell("missing", missing.absence().kind().name(), null, null, null, null, null);
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
            List<String> resolution = judged.resolution();
            String small = judged.time() + ", sees " + resolution.get(0)
                    + (resolution.size() > 1 ? ", A/A " + resolution.get(1) : "");
            return new View.Cell(
                    "number",
                    judged.ratioText() + "\u00d7",
                    judged.ratioEnds()
                            .map(ends -> String.join("\u2013", ends))
                            .orElseGet(() -> Plural.of(ratio.n(), "round", "rounds")),
                    small,
                    new View.Badge(
                            judged.judgement().orElseThrow().label(),
                            badge(ratio.verdict().orElseThrow().label()).kind()),
                    null,
                    sortKey(ratio.value()));
        }

        private static String interval(Entry.Figure figure) {
            return figure.ends()
                    .map(ends -> String.join(ends.get(0).startsWith("-") ? " to " : "\u2013", ends))
                    .orElseGet(() -> Plural.of(figure.value().n(), "round", "rounds"));
        }

        /** What the column is sorted by: the figure unrounded, in a unit that all of its column share. */
        private static String sortKey(double value) {
            return Double.toString(value);
        }

        static View.Badge badge(String word) {
            return new View.Badge(word, word.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }
}
