// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.history.History;
import org.nofaultbench.reports.history.HistoryAnalyzer;
import org.nofaultbench.reports.history.HistoryRun;
import org.nofaultbench.reports.history.Site;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.render.html.Templates;
import org.nofaultbench.reports.render.svg.StyleSheet;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** Pages of a store: for each machine those that {@code history DIR} writes of a folder, and an overview of the machines. */
final class FleetSite {

    static final String OVERVIEW = "index.html";

    private final Path folder;
    private final MachineRuns order;

    FleetSite(Path folder, MachineRuns order) {
        this.folder = folder;
        this.order = order;
    }

    /** One machine in the overview. */
    record Row(String href, String name, int runs, int series, long changed, List<String> shifts) {}

    /** The overview. */
    record View(String css, String lead, List<Row> machines) {}

    void write(String machine, Map<SeriesDetector.Series, List<SeriesDetector.Fork>> series) {
        History history = HistoryAnalyzer.analyze(runs(machine, series), List.of());
        Path own = OutputFile.makeFolder(folder.resolve(machine));
        new Site(history).write((name, text) -> OutputFile.write(own.resolve(name), text));
    }

    private List<HistoryRun> runs(String machine, Map<SeriesDetector.Series, List<SeriesDetector.Fork>> series) {
        Map<String, List<HistoryRun.CellFigures>> cells = new HashMap<>();
        new TreeMap<>(series).forEach((key, forks) -> {
            if (!CellEntry.isEmulated(key.unit())) {
                Map<String, List<SeriesDetector.Fork>> byRun = new HashMap<>();
                forks.forEach(fork -> byRun.computeIfAbsent(fork.run(), run -> new ArrayList<>())
                        .add(fork));
                byRun.forEach((run, own) ->
                        cells.computeIfAbsent(run, id -> new ArrayList<>()).add(figures(key, own)));
            }
        });
        List<HistoryRun> runs = new ArrayList<>();
        for (StoredRun run : order.runs(machine)) {
            runs.add(new HistoryRun(
                    run.run(),
                    run.startedUtc(),
                    run.status(),
                    run.suite(),
                    run.machineName(),
                    order.facts(run),
                    cells.getOrDefault(run.run(), List.of())));
        }
        return runs;
    }

    private static HistoryRun.CellFigures figures(SeriesDetector.Series key, List<SeriesDetector.Fork> forks) {
        MetricUnit unit = new MetricUnit(key.unit());
        Map<Integer, Double> own = new TreeMap<>();
        Map<Integer, Double> baseline = new TreeMap<>();
        for (SeriesDetector.Fork fork : forks) {
            own.put((int) fork.fork(), unit.cost(fork.value()));
            if (!Double.isNaN(fork.baselineValue())) {
                baseline.put((int) fork.fork(), unit.cost(fork.baselineValue()));
            }
        }
        return new HistoryRun.CellFigures(
                key.cell(),
                key.metric(),
                SeriesDetector.costUnit(key),
                forks.get(0).inJava(),
                forks.get(0).standIn(),
                key.baseline(),
                Estimate.of(own.values()),
                new PairedRounds(own, baseline).ratio());
    }

    void writeOverview(FleetResult result) {
        List<Row> rows = new ArrayList<>();
        for (String machine : order.machines()) {
            List<StoredRun> runs = order.runs(machine);
            rows.add(new Row(
                    machine + "/index.html",
                    Printable.brief(runs.get(runs.size() - 1).machineName()) + " (" + machine + ")",
                    runs.size(),
                    result.seriesOf(machine),
                    result.changes().stream()
                            .filter(change -> change.series().machine().equals(machine) && change.isAlarm())
                            .map(SeriesChange::series)
                            .distinct()
                            .count(),
                    result.shifts().stream()
                            .filter(shift -> shift.machine().equals(machine))
                            .map(shift -> shift.startedUtc() + ": " + shift.series() + " of " + shift.of()
                                    + " series, times " + Numbers.ratio(shift.factor()))
                            .toList()));
        }
        String lead = result.shifts().size() + " changes of machines, and "
                + result.changes().stream()
                        .filter(SeriesChange::isAlarm)
                        .map(SeriesChange::series)
                        .distinct()
                        .count()
                + " of " + result.series() + " series changed.";
        View view = new View(StyleSheet.forPage() + Templates.text("page.css"), lead, rows);
        OutputFile.write(
                OutputFile.makeFolder(folder).resolve(OVERVIEW),
                Templates.template("org/nofaultbench/store", "fleet.mustache").apply(view));
    }
}
