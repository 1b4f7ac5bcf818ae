// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.HistoryRun.CellFigures;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** Turns runs into series and looks for what changed in each. */
public final class HistoryAnalyzer {

    private HistoryAnalyzer() {}

    private record Measured(int order, HistoryRun run, CellFigures cell) {}

    private record Place(String machine, String cell) {}

    /** @param runs in the order of time */
    public static History analyze(List<HistoryRun> runs, List<String> leftOut) {
        Map<SeriesKey, List<Measured>> series = new LinkedHashMap<>();
        for (int order = 0; order < runs.size(); order++) {
            HistoryRun run = runs.get(order);
            for (CellFigures cell : run.cells()) {
                series.computeIfAbsent(
                                new SeriesKey(run.machine(), cell.id(), cell.metric(), cell.unit(), cell.baseline()),
                                key -> new ArrayList<>())
                        .add(new Measured(order, run, cell));
            }
        }
        List<CellHistory> searched = series.entrySet().parallelStream()
                .map(entry -> history(entry.getKey(), entry.getValue()))
                .toList();
        Map<Place, CellHistory> places = new HashMap<>();
        searched.forEach(
                cell -> places.put(new Place(cell.key().machine(), cell.key().cell()), cell));
        List<CellHistory> cells = searched.stream()
                .map(cell -> attributeToBaseline(
                        cell,
                        places.get(new Place(cell.key().machine(), cell.key().baseline()))))
                .sorted(Comparator.comparing(CellHistory::lastAlarm).reversed())
                .toList();
        return new History(runs, cells, leftOut);
    }

    private static CellHistory history(SeriesKey key, List<Measured> measured) {
        boolean inJava = measured.stream().anyMatch(one -> one.cell().inJava());
        List<Point> figures = new ArrayList<>();
        List<Point> ratios = new ArrayList<>();
        for (Measured one : measured) {
            figures.add(new Point(one.order(), one.run(), one.cell().figure()));
            one.cell().ratio().ifPresent(ratio -> ratios.add(new Point(one.order(), one.run(), ratio)));
        }
        return new CellHistory(
                key,
                measured.get(measured.size() - 1).cell().standIn(),
                Timeline.search(figures, inJava),
                ratios.isEmpty() ? Optional.empty() : Optional.of(Timeline.search(ratios, inJava)));
    }

    /**
     * Tells which changes of ratios are those of the baseline. A baseline that gets slower makes a hundred ratios fall, and nobody
     * should have to look at a hundred pages for it.
     */
    private static CellHistory attributeToBaseline(CellHistory cell, CellHistory baseline) {
        return baseline == null
                ? cell
                : cell.withRatio(cell.ratio()
                        .map(line -> line.withChanges(line.changes().stream()
                                .map(change -> attributeToBaseline(line, change, baseline.figure()))
                                .toList())));
    }

    private static Change attributeToBaseline(Timeline line, Change change, Timeline baseline) {
        int last = line.points().size() - 1;
        int from = line.points()
                .get(Math.max(0, change.place().earliest() - ChangePoints.REACH))
                .order();
        int to = line.points()
                .get(Math.min(last, change.place().latest() + ChangePoints.REACH))
                .order();
        boolean caused = baseline.changes().stream()
                .filter(other -> other.kind() == change.kind() && other.isSlower() != change.isSlower())
                .mapToInt(other -> baseline.after(other).order())
                .anyMatch(order -> from <= order && order <= to);
        return caused ? change.causedBy(Change.Cause.BASELINE) : change;
    }
}
