// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Charts of one figure a row.
 *
 * @param palette gives each row the style of its strategy
 */
public record RowCharts(Palette palette) {

    /** Nothing where no cell has a figure. */
    public Optional<Chart> of(String id, String title, String description, Axis axis, Scale scale, List<CellResult> cells) {
        List<CellResult> measured = cells.stream().filter(cell -> !cell.figures().isEmpty()).toList();
        List<Series> series = new ArrayList<>();
        for (int row = 0; row < measured.size(); row++) {
            CellResult cell = measured.get(row);
            Estimate figure = cell.figure().orElseThrow();
            series.add(new Series(Palette.nameOf(cell), cell.cell().strategy() == null ? row : palette.styleOf(cell),
                    List.of(Series.Mark.of(row, figure, scale.perUnit()))));
        }
        List<String> rows = measured.stream().map(Palette::nameOf).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.ByRow(id, title, description + Palette.absent(cells), axis, series, rows,
                        Optional.empty()));
    }
}
