// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;

/**
 * Tables from panels: strategies down, one other axis across. The figures of a column share a unit.
 *
 * @param panel the cells
 * @param rowAxis axis whose values name the rows
 * @param columnAxis axis whose values name the columns
 */
public record Grid(Panel panel, String rowAxis, String columnAxis) {

    public static final String SIZE = "size";

    public static Grid strategiesBySize(Panel panel) {
        return new Grid(panel, Panel.STRATEGY, SIZE);
    }

    public Table table(String caption, String corner, BiFunction<CellResult, Scale, Entry> entry) {
        List<String> columns = panel.values(columnAxis);
        Map<String, Scale> scales = columns.stream().collect(Collectors.toMap(column -> column, this::scale));
        List<Table.Row> rows = new ArrayList<>();
        for (String row : panel.values(rowAxis)) {
            List<CellResult> cells = panel.at(rowAxis, row);
            List<Entry> entries = columns.stream()
                    .map(column -> entryAt(cells, column, scales.get(column), entry))
                    .toList();
            rows.add(new Table.Row(row, cells.get(0).standIn(), entries));
        }
        return new Table(caption, corner, columns, rows);
    }

    private Entry entryAt(List<CellResult> cells, String column, Scale scale, BiFunction<CellResult, Scale, Entry> entry) {
        List<CellResult> here = panel.at(columnAxis, column);
        return cells.stream()
                .filter(here::contains)
                .findFirst()
                .map(cell -> entry.apply(cell, scale))
                .orElseGet(() -> new Entry.Text("-"));
    }

    public Scale scale(String column) {
        List<CellResult> cells = panel.at(columnAxis, column);
        return Scale.ofTimes(cells.get(0).cell().unit(),
                cells.stream().flatMap(cell -> cell.figures().values().stream()).toList());
    }
}
