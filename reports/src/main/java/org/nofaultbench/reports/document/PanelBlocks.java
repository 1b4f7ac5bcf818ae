// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Adds charts and tables of one panel to a section, so that it says only what differs.
 *
 * @param analysis the run
 * @param panel the cells
 * @param anchors gives ids to the charts of a section
 * @param blocks of the section so far
 */
public record PanelBlocks(Analysis analysis, Panel panel, AnchorIds anchors, List<Block> blocks) {

    public List<CellResult> cells() {
        return panel.cells();
    }

    /** What the panel's cells are compared with. */
    public String baseline() {
        return Baselines.named(panel);
    }

    /** Begins a table of all strategies in the panel's order, whose caption begins with the panel's title. */
    public Table.Builder<CellResult> table(String what) {
        return table(what, Panel.STRATEGY, cells());
    }

    /** Begins a table of some cells in their order. */
    public Table.Builder<CellResult> table(String what, String corner, List<CellResult> cells) {
        return Table.ofCells(panel.title() + what, corner, cells);
    }

    /** Strategies down, the values of an axis across, each with its ratio. */
    public void ratios(String columnAxis, String what) {
        grid(columnAxis, what + " and ratio to " + baseline(), Entry::judged);
    }

    /** Strategies down, the values of an axis across; a column's figures share a unit. */
    public void grid(String columnAxis, String what, BiFunction<CellResult, Scale, Entry> entry) {
        Table.Builder<CellResult> table = table(
                ", " + what,
                Panel.STRATEGY,
                panel.values(Panel.STRATEGY).stream()
                        .map(strategy -> panel.at(Panel.STRATEGY, strategy).get(0))
                        .toList());
        for (String value : panel.values(columnAxis)) {
            List<CellResult> there = panel.at(columnAxis, value);
            Scale scale = Scale.ofCells(there);
            table.column(
                    value,
                    row -> there.stream()
                            .filter(cell -> cell.rowName().equals(row.rowName()))
                            .findFirst()
                            .map(cell -> entry.apply(cell, scale)));
        }
        table.addTo(blocks);
    }

    /** A chart with one row a cell of the panel. */
    public void rowChart(String title, String description, Chart.Axis axis) {
        rowChart(title, "", description, axis, cells());
    }

    /** A chart with one row a cell; nothing where fewer than two cells have a figure. */
    public void rowChart(String title, String detail, String description, Chart.Axis axis, List<CellResult> cells) {
        List<CellResult> measured = cells.stream().filter(CellResult::hasFigure).toList();
        List<Chart.Mark> marks = new ArrayList<>();
        measured.forEach(cell -> marks.add(new Chart.Mark(marks.size(), Value.time(cell, axis.scale()))));
        if (marks.size() > 1) {
            blocks.add(new Chart.AtPlaces(
                    anchors.idFor(panel.label() + " " + detail),
                    Stream.of(title, panel.label(), detail)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", ")),
                    description + from(cells),
                    axis,
                    List.of(new Chart.Series(title, 0, marks)),
                    "",
                    measured.stream().map(Palette::nameOf).toList(),
                    true,
                    Optional.empty()));
        }
    }

    /** Every chart ends in words with where its figures are from, and whose are missing. */
    public String from(List<CellResult> cells) {
        return ", from " + panel.title() + "." + Palette.absent(cells);
    }

    /**
     * Strategies over the values of an axis, in charts of at most eight series: the first strategy in each, and the others
     * ordered by family. Nothing where the axis has but one value.
     */
    public void lines(
            String axis,
            String title,
            String description,
            Chart.Axis values,
            String across,
            Function<CellResult, Optional<Value>> figure) {
        List<String> places = panel.values(axis);
        List<String> measured = panel.values(Panel.STRATEGY).stream()
                .filter(strategy -> panel.at(Panel.STRATEGY, strategy).stream()
                        .anyMatch(cell -> figure.apply(cell).isPresent()))
                .toList();
        if (places.size() < 2 || measured.isEmpty()) {
            return;
        }
        Map<String, String> families = analysis.run().manifest().strategies().stream()
                .collect(Collectors.toMap(StrategyEntry::id, StrategyEntry::family));
        List<String> others = measured.stream()
                .skip(1)
                .sorted(Comparator.comparing(strategy -> families.getOrDefault(strategy, "")))
                .toList();
        int charts = Math.max(1, (others.size() + Chart.MOST_SERIES - 2) / (Chart.MOST_SERIES - 1));
        for (int i = 0; i < charts; i++) {
            List<String> shown = new ArrayList<>(measured.subList(0, 1));
            shown.addAll(others.subList(i * others.size() / charts, (i + 1) * others.size() / charts));
            blocks.add(new Chart.AtPlaces(
                    anchors.idFor(panel.label() + (charts > 1 ? " " + (i + 1) : "")),
                    title + ", " + panel.label() + (charts > 1 ? ", " + (i + 1) + " of " + charts : ""),
                    description + from(cells()),
                    values,
                    shown.stream()
                            .map(strategy -> series(panel.at(Panel.STRATEGY, strategy), axis, places, figure))
                            .toList(),
                    across,
                    places,
                    false,
                    Optional.empty()));
        }
    }

    private Chart.Series series(
            List<CellResult> cells, String axis, List<String> places, Function<CellResult, Optional<Value>> figure) {
        List<Chart.Mark> marks = new ArrayList<>();
        for (CellResult cell : cells) {
            int place = places.indexOf(cell.cell().parameters().getOrDefault(axis, "-"));
            figure.apply(cell).ifPresent(value -> marks.add(new Chart.Mark(place, value)));
        }
        return new Chart.Series(Palette.nameOf(cells.get(0)), new Palette(analysis).styleOf(cells.get(0)), marks);
    }
}
