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
import org.nofaultbench.reports.document.Table.Column;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Charts and tables of one panel, so that a section says only what differs.
 *
 * @param analysis the run
 * @param panel the cells
 * @param anchors gives ids to the charts of a section
 */
public record PanelBlocks(Analysis analysis, Panel panel, AnchorIds anchors) {

    public List<CellResult> cells() {
        return panel.cells();
    }

    /** A column with what an entry shows of a cell. */
    public static Column<CellResult> column(String heading, Function<CellResult, Entry> entry) {
        return new Column<>(heading, entry);
    }

    /** Of all strategies one row each, in the panel's order; the caption begins with the panel's title. */
    public Table table(String what, List<Column<CellResult>> columns) {
        return table(what, Panel.STRATEGY, cells(), columns);
    }

    /** Of some cells one row each, in their order. */
    public Table table(String what, String corner, List<CellResult> cells, List<Column<CellResult>> columns) {
        return Table.of(panel.title() + what, corner, cells, CellResult::rowName, CellResult::standIn, columns);
    }

    /** Strategies down, the values of an axis across, each with its ratio. */
    public Table ratios(String columnAxis, String what) {
        return grid(columnAxis, what + " and ratio to " + Baselines.named(panel), Entry::judged);
    }

    /** Strategies down, the values of an axis across; a column's figures share a unit. */
    public Table grid(String columnAxis, String what, BiFunction<CellResult, Scale, Entry> entry) {
        List<Column<String>> columns = panel.values(columnAxis).stream()
                .map(value -> {
                    List<CellResult> there = panel.at(columnAxis, value);
                    Scale scale = scale(columnAxis, value);
                    return new Column<String>(
                            value,
                            strategy -> there.stream()
                                    .filter(cell -> cell.rowName().equals(strategy))
                                    .findFirst()
                                    .map(cell -> entry.apply(cell, scale)));
                })
                .toList();
        return Table.of(
                panel.title() + ", " + what,
                Panel.STRATEGY,
                panel.values(Panel.STRATEGY),
                strategy -> strategy,
                strategy -> panel.at(Panel.STRATEGY, strategy).get(0).standIn(),
                columns);
    }

    /** The unit that suits the figures of one column. */
    public Scale scale(String columnAxis, String column) {
        List<CellResult> cells = panel.at(columnAxis, column);
        return Scale.ofTimes(
                cells.get(0).cell().unit(),
                cells.stream().flatMap(cell -> cell.figures().values().stream()).toList());
    }

    /** One row a cell; nothing where fewer than two cells have a figure. */
    public Optional<Chart> rowChart(
            String title, String detail, String description, Chart.Axis axis, List<CellResult> cells) {
        List<CellResult> measured =
                cells.stream().filter(cell -> !cell.figures().isEmpty()).toList();
        List<Chart.Mark> marks = new ArrayList<>();
        measured.forEach(cell -> marks.add(new Chart.Mark(marks.size(), Value.time(cell, axis.scale()))));
        return marks.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.AtPlaces(
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

    /** Every chart ends in words with where its figures are from, and whose are missing. */
    public String from(List<CellResult> cells) {
        return ", from " + panel.title() + "." + Palette.absent(cells);
    }

    /**
     * Strategies over the values of an axis, in charts of at most eight series: the first strategy in each, and the others
     * ordered by family. Nothing where the axis has but one value.
     */
    public List<Chart> lines(
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
            return List.of();
        }
        Map<String, String> families = analysis.run().manifest().strategies().stream()
                .collect(Collectors.toMap(StrategyEntry::id, StrategyEntry::family));
        List<String> others = measured.stream()
                .skip(1)
                .sorted(Comparator.comparing(strategy -> families.getOrDefault(strategy, "")))
                .toList();
        int charts = Math.max(1, (others.size() + Chart.MOST_SERIES - 2) / (Chart.MOST_SERIES - 1));
        List<Chart> all = new ArrayList<>();
        for (int i = 0; i < charts; i++) {
            List<String> shown = new ArrayList<>(measured.subList(0, 1));
            shown.addAll(others.subList(i * others.size() / charts, (i + 1) * others.size() / charts));
            all.add(new Chart.AtPlaces(
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
        return all;
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
