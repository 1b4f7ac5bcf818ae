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
import org.nofaultbench.reports.history.RunFigures.CellFigures;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** Turns runs into series and looks for what changed in each. */
public final class HistoryAnalyzer {

    private HistoryAnalyzer() {}

    /** @param runs in the order of time */
    public static History of(List<HistoryRun> runs, List<String> leftOut) {
        Map<SeriesKey, List<Measured>> series = new LinkedHashMap<>();
        for (HistoryRun run : runs) {
            for (CellFigures cell : run.figures().cells()) {
                series.computeIfAbsent(key(run, cell), key -> new ArrayList<>()).add(new Measured(run, cell));
            }
        }
        List<CellHistory> searched = series.entrySet().parallelStream()
                .map(entry -> history(entry.getKey(), entry.getValue()))
                .toList();
        Baselines baselines = new Baselines(searched);
        List<CellHistory> cells = searched.stream()
                .map(baselines::attributeToBaseline)
                .sorted(Comparator.comparing(CellHistory::lastAlarm).reversed())
                .toList();
        return new History(runs, cells, leftOut);
    }

    private record Measured(HistoryRun run, CellFigures cell) {}

    private static SeriesKey key(HistoryRun run, CellFigures cell) {
        return new SeriesKey(
                run.machine(), cell.id(), cell.metric(), cell.unit(), cell.baseline() == null ? "" : cell.baseline());
    }

    private static CellHistory history(SeriesKey key, List<Measured> measured) {
        boolean inJava = measured.stream().anyMatch(one -> one.cell().inJava());
        List<Point> figures = measured.stream()
                .map(one -> new Point(one.run(), one.cell().figure()))
                .toList();
        List<Point> ratios = measured.stream()
                .flatMap(one -> one.cell().ratio().map(ratio -> new Point(one.run(), ratio)).stream())
                .toList();
        return new CellHistory(
                key,
                measured.get(measured.size() - 1).cell().standIn(),
                new ChangeSearch(figures, inJava).timeline(),
                ratios.isEmpty() ? Optional.empty() : Optional.of(new ChangeSearch(ratios, inJava).timeline()));
    }

    /**
     * Tells which changes of ratios are those of the baseline. A baseline that gets slower makes a hundred ratios fall, and nobody should
     * have to look at a hundred pages for it.
     */
    private static final class Baselines {

        private record Place(String machine, String cell) {}

        private final Map<Place, CellHistory> cells = new HashMap<>();

        Baselines(List<CellHistory> all) {
            all.forEach(
                    cell -> cells.put(new Place(cell.key().machine(), cell.key().cell()), cell));
        }

        /** The cell, with the baseline named as the cause of what it caused. */
        CellHistory attributeToBaseline(CellHistory cell) {
            CellHistory baseline =
                    cells.get(new Place(cell.key().machine(), cell.key().baseline()));
            if (baseline == null) {
                return cell;
            }
            Optional<Timeline> ratio = cell.ratio()
                    .map(line -> new Timeline(
                            line.points(),
                            line.changes().stream()
                                    .map(change -> attributeToBaseline(line, change, baseline.figure()))
                                    .toList(),
                            line.segments()));
            return new CellHistory(cell.key(), cell.standIn(), cell.figure(), ratio);
        }

        private static Change attributeToBaseline(Timeline line, Change change, Timeline baseline) {
            int last = line.points().size() - 1;
            String from = line.folderAt(Math.max(0, change.place().earliest() - ChangePoints.REACH));
            String to = line.folderAt(Math.min(last, change.place().latest() + ChangePoints.REACH));
            boolean caused = baseline.changes().stream()
                    .filter(other -> other.kind() == change.kind() && other.isSlower() != change.isSlower())
                    .map(other -> baseline.folderAt(other.place().at()))
                    .anyMatch(folder -> from.compareTo(folder) <= 0 && folder.compareTo(to) <= 0);
            return caused ? change.causedBy(Change.Cause.BASELINE) : change;
        }
    }
}
