// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.model.Printable;

/** A matrix of marks as a table of the page. */
final class MatrixView {

    private static final Map<String, String> KINDS = Map.of(
            "yes", "yes", "no", "no", "skip", "skip", Matrix.DECLARED, "declared", Matrix.NOTHING, "none");
    private static final String NOT_OK = "differs";

    private MatrixView() {}

    static View.Matrix of(Matrix matrix, String name) {
        List<View.Heading> headings = IntStream.range(0, matrix.columns().size())
                .mapToObj(column -> new View.Heading(column + 1, Printable.brief(matrix.columns().get(column))))
                .toList();
        return new View.Matrix(name, matrix.corner(), headings, matrix.rows().stream().map(MatrixView::row).toList());
    }

    private static View.MarkedRow row(Matrix.Row row) {
        List<View.Mark> marks = row.marks().stream()
                .map(mark -> new View.Mark(KINDS.getOrDefault(mark, NOT_OK), mark))
                .toList();
        return new View.MarkedRow(Printable.brief(row.label()), row.standIn(), marks);
    }
}
