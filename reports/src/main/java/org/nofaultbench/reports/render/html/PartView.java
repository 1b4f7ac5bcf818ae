// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Printable;

/**
 * One section as a part of the page.
 *
 * @param content the section
 * @param drawing of its charts
 */
record PartView(Content content, Function<Chart, Optional<String>> drawing) {

    View.Part part() {
        return new View.Part(content.id(), content.title(), content.explanation(),
                IntStream.range(0, content.blocks().size()).mapToObj(this::piece).toList());
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
        return new View.Figure(chart.id(), Printable.brief(chart.title()), drawing.apply(chart).orElse(null), table);
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
        return new View.Grid(tableId(at), caption.isEmpty() ? content.title() : Printable.brief(table.caption()), caption,
                table.corner(), table.columns().stream().map(Printable::brief).toList(), rows, kind);
    }
}
