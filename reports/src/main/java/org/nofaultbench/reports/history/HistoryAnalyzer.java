// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return new SeriesKey(run.machine(), cell.id(), cell.metric(), cell.unit(), cell.baseline() == null ? "" : cell.baseline());
    }

    private static CellHistory history(SeriesKey key, List<Measured> measured) {
        boolean inJava = measured.stream().anyMatch(one -> one.cell().inJava());
        List<Point> figures = measured.stream().map(one -> new Point(one.run(), one.cell().figure())).toList();
        List<Point> ratios = measured.stream()
                .flatMap(one -> one.cell().ratio().map(ratio -> new Point(one.run(), ratio)).stream())
                .toList();
        return new CellHistory(key, measured.get(measured.size() - 1).cell().standIn(), new ChangeSearch(figures, inJava).timeline(),
                ratios.isEmpty() ? Optional.empty() : Optional.of(new ChangeSearch(ratios, inJava).timeline()));
    }
}
