// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History;
import org.nofaultbench.reports.history.HistoryAnalyzer;
import org.nofaultbench.reports.history.HistoryRun;
import org.nofaultbench.reports.history.Site;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.render.html.Templates;
import org.nofaultbench.reports.render.svg.StyleSheet;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** Pages of a store: for each machine those that {@code history DIR} writes of a folder, and an overview of the machines. */
record FleetSite(Path folder, MachineRuns order) {

    static final String OVERVIEW = "index.html";

    /** One machine in the overview. */
    record Row(String href, String name, int runs, int series, long changed, List<String> shifts) {}

    /** The overview. */
    record View(String css, String lead, List<Row> machines) {}

    void write(String machine, Map<SeriesKey, List<SeriesDetector.Fork>> series) {
        History history = HistoryAnalyzer.analyze(runs(machine, series), List.of());
        Path own = OutputFile.makeFolder(folder.resolve(machine));
        new Site(history).write((name, text) -> OutputFile.write(own.resolve(name), text));
    }

    private List<HistoryRun> runs(String machine, Map<SeriesKey, List<SeriesDetector.Fork>> series) {
        Map<String, List<HistoryRun.CellFigures>> cells = new HashMap<>();
        new TreeMap<>(series).forEach((key, forks) -> {
            if (!CellEntry.isEmulated(key.unit())) {
                forks.stream()
                        .collect(Collectors.groupingBy(SeriesDetector.Fork::run))
                        .forEach((run, own) -> figures(key, own)
                                .ifPresent(cell -> cells.computeIfAbsent(run, id -> new ArrayList<>())
                                        .add(cell)));
            }
        });
        return order.runs(machine).stream()
                .map(run -> new HistoryRun(
                        run.run(),
                        run.startedUtc(),
                        run.status(),
                        run.suite(),
                        run.machineName(),
                        order.facts(run),
                        cells.getOrDefault(run.run(), List.of())))
                .toList();
    }

    /** Empty where no fork has a figure, as {@link SeriesDetector} has it. */
    private static Optional<HistoryRun.CellFigures> figures(SeriesKey key, List<SeriesDetector.Fork> forks) {
        MetricUnit unit = new MetricUnit(key.unit());
        Map<Integer, Double> own = new TreeMap<>();
        Map<Integer, Double> baseline = new TreeMap<>();
        for (SeriesDetector.Fork fork : forks) {
            double time = unit.cost(fork.value());
            double ofBaseline = unit.cost(fork.baselineValue());
            if (SeriesDetector.isFigure(time)) {
                own.put((int) fork.fork(), time);
                if (SeriesDetector.isFigure(ofBaseline) && SeriesDetector.isFigure(time / ofBaseline)) {
                    baseline.put((int) fork.fork(), ofBaseline);
                }
            }
        }
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryRun.CellFigures(
                        key.cell(),
                        key.metric(),
                        SeriesDetector.costUnit(key),
                        forks.get(0).inJava(),
                        forks.get(0).standIn(),
                        key.baseline(),
                        Estimate.of(own.values()),
                        new PairedRounds(own, baseline).ratio()));
    }

    void writeOverview(FleetResult result) {
        List<Row> rows = new ArrayList<>();
        for (String machine : order.machines()) {
            rows.add(new Row(
                    machine + "/index.html",
                    order.name(machine),
                    order.runs(machine).size(),
                    result.seriesOf(machine),
                    FleetResult.seriesOf(result.changes().stream()
                            .filter(change -> change.series().machine().equals(machine) && change.isAlarm())),
                    result.shifts().stream()
                            .filter(shift -> shift.machine().equals(machine))
                            .map(shift -> shift.startedUtc() + ": " + shift.text())
                            .toList()));
        }
        String lead = result.shifts().size() + " changes of machines, and "
                + FleetResult.seriesOf(result.changes().stream().filter(SeriesChange::isAlarm))
                + " of " + result.series() + " series changed.";
        View view = new View(StyleSheet.forPage() + Templates.text("page.css"), lead, rows);
        OutputFile.write(
                OutputFile.makeFolder(folder).resolve(OVERVIEW),
                Templates.template("org/nofaultbench/store", "fleet.mustache").apply(view));
    }
}
