// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Charts and tables of one panel, so that a section says only what differs.
 *
 * @param analysis the run
 * @param panel the cells
 * @param anchors gives ids to the charts of a section
 */
public record PanelBlocks(Analysis analysis, Panel panel, AnchorIds anchors) {

    /** More series cannot be told apart in one chart. */
    public static final int MOST_SERIES = 8;

    /** What a row's table shows of a cell. */
    public interface Entries extends Function<CellResult, List<Entry>> {}

    /** Of all strategies one row each, in the panel's order. */
    public Table table(String caption, List<String> columns, Entries entries) {
        return table(caption, Panel.STRATEGY, columns, panel.cells(), entries);
    }

    /** Of some cells one row each, in their order. */
    public Table table(String caption, String corner, List<String> columns, List<CellResult> cells, Entries entries) {
        return new Table(
                caption,
                corner,
                columns,
                cells.stream()
                        .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries.apply(cell)))
                        .toList());
    }

    /** Strategies down, the values of an axis across, each with its ratio. The caption begins with the panel's title. */
    public Table ratios(String columnAxis, String what) {
        return grid(columnAxis, what + " and ratio to " + Baselines.named(panel), Entry::judged);
    }

    /** Strategies down, the values of an axis across; a column's figures share a unit. */
    public Table grid(String columnAxis, String what, BiFunction<CellResult, Scale, Entry> entry) {
        List<String> columns = panel.values(columnAxis);
        Map<String, Scale> scales =
                columns.stream().collect(Collectors.toMap(column -> column, column -> scale(columnAxis, column)));
        List<Table.Row> rows = new ArrayList<>();
        for (String row : panel.values(Panel.STRATEGY)) {
            List<CellResult> cells = panel.at(Panel.STRATEGY, row);
            rows.add(new Table.Row(
                    row,
                    cells.get(0).standIn(),
                    columns.stream()
                            .map(column -> cells.stream()
                                    .filter(panel.at(columnAxis, column)::contains)
                                    .findFirst()
                                    .map(cell -> entry.apply(cell, scales.get(column)))
                                    .orElseGet(() -> new Entry.Text("-")))
                            .toList()));
        }
        return new Table(panel.title() + ", " + what, Panel.STRATEGY, columns, rows);
    }

    /** The unit that suits the figures of one column. */
    public Scale scale(String columnAxis, String column) {
        List<CellResult> cells = panel.at(columnAxis, column);
        return Scale.ofTimes(
                cells.get(0).cell().unit(),
                cells.stream().flatMap(cell -> cell.figures().values().stream()).toList());
    }

    /** One row a cell; nothing where fewer than two cells have a figure. The description ends with where they are from. */
    public Optional<Chart> rowChart(
            String id, String title, String description, Axis axis, Scale scale, List<CellResult> cells) {
        List<CellResult> measured =
                cells.stream().filter(cell -> !cell.figures().isEmpty()).toList();
        List<Series.Mark> marks = new ArrayList<>();
        measured.forEach(
                cell -> marks.add(Series.Mark.at(marks.size(), cell.figure().orElseThrow(), scale.perUnit())));
        return marks.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.ByRow(
                        anchors.idFor(id),
                        title,
                        description + ", from " + panel.title() + "." + Palette.absent(cells),
                        axis,
                        List.of(new Series(title, 0, marks)),
                        measured.stream().map(Palette::nameOf).toList(),
                        Optional.empty()));
    }

    /**
     * Strategies over the bytes that an axis' values stand for, in charts of at most eight series: the baseline in each, and the
     * others by family. Nothing where a value stands for no bytes or there is but one.
     */
    public List<Chart> overBytes(
            String axis,
            String title,
            String description,
            Axis values,
            String across,
            double perUnit,
            Function<CellResult, Optional<Estimate>> figure) {
        List<String> places = panel.values(axis);
        List<Chart.Position> positions = places.stream()
                .map(place -> new Chart.Position(
                        place,
                        Optional.ofNullable(panel.at(axis, place).get(0).cell().bytesPerAccess())
                                .orElse(0L)))
                .toList();
        if (positions.size() < 2 || positions.stream().anyMatch(position -> position.value() <= 0)) {
            return List.of();
        }
        Palette palette = new Palette(analysis);
        List<Chart> charts = new ArrayList<>();
        byFamily().forEach((families, strategies) -> {
            List<Series> series = strategies.stream()
                    .map(strategy -> series(panel.at(Panel.STRATEGY, strategy), axis, places, perUnit, figure, palette))
                    .filter(one -> !one.marks().isEmpty())
                    .toList();
            if (!series.isEmpty()) {
                charts.add(new Chart.OverQuantity(
                        anchors.idFor(panel.label() + " " + families),
                        title + ", " + panel.label() + ": " + families,
                        description + ", from " + panel.title() + "." + Palette.absent(panel.cells()),
                        values,
                        series,
                        across,
                        positions,
                        Optional.empty()));
            }
        });
        return charts;
    }

    private static Series series(
            List<CellResult> cells,
            String axis,
            List<String> places,
            double perUnit,
            Function<CellResult, Optional<Estimate>> figure,
            Palette palette) {
        List<Series.Mark> marks = new ArrayList<>();
        for (CellResult cell : cells) {
            int place = places.indexOf(cell.cell().parameters().getOrDefault(axis, "-"));
            figure.apply(cell).ifPresent(estimate -> marks.add(Series.Mark.at(place, estimate, perUnit)));
        }
        return new Series(Palette.nameOf(cells.get(0)), palette.styleOf(cells.get(0)), marks);
    }

    /** Measured strategies in groups of at most eight, the first strategy in each; families stay together where they fit. */
    private Map<String, List<String>> byFamily() {
        List<String> measured = panel.values(Panel.STRATEGY).stream()
                .filter(strategy -> panel.at(Panel.STRATEGY, strategy).stream()
                        .anyMatch(cell -> !cell.figures().isEmpty()))
                .toList();
        if (measured.size() <= MOST_SERIES) {
            return measured.isEmpty() ? Map.of() : Map.of("all strategies", measured);
        }
        Map<String, String> families = analysis.run().manifest().strategies().stream()
                .collect(Collectors.toMap(StrategyEntry::id, StrategyEntry::family));
        Map<String, List<String>> byFamily = new LinkedHashMap<>();
        measured.stream()
                .skip(1)
                .forEach(strategy -> byFamily.computeIfAbsent(
                                families.getOrDefault(strategy, "other"), family -> new ArrayList<>())
                        .add(strategy));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<String> open = new ArrayList<>();
        byFamily.forEach((family, members) -> {
            int parts = (members.size() + MOST_SERIES - 2) / (MOST_SERIES - 1);
            for (int part = 0; part < parts; part++) {
                List<String> some = members.subList(part * members.size() / parts, (part + 1) * members.size() / parts);
                if (open.size() + some.size() >= MOST_SERIES) {
                    groups.put(String.join(", ", names), withFirst(measured.get(0), open));
                    names.clear();
                    open.clear();
                }
                names.add(parts == 1 ? family : family + " " + (part + 1));
                open.addAll(some);
            }
        });
        groups.put(String.join(", ", names), withFirst(measured.get(0), open));
        return groups;
    }

    private static List<String> withFirst(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }
}
