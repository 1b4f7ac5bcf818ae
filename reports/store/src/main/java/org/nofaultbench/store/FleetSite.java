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
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History;
import org.nofaultbench.reports.history.HistoryAnalyzer;
import org.nofaultbench.reports.history.HistoryRun;
import org.nofaultbench.reports.history.Site;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** Pages of a store: for each machine those that {@code history DIR} writes of a folder, and an overview of the machines. */
record FleetSite(Path folder, MachineRuns order) {

    static final String OVERVIEW = "index.html";

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
        Table machines = Table.of("", "machine", order.machines(), order::name)
                .page(machine -> machine + "/" + OVERVIEW)
                .column("runs", machine -> order.runs(machine).size())
                .column("series", result::seriesOf)
                .column(
                        "series that changed",
                        machine -> FleetResult.seriesOf(result.changes().stream()
                                .filter(change -> change.series().machine().equals(machine) && change.isAlarm())))
                .column(
                        "changes of the machine",
                        machine -> result.shifts().stream()
                                .filter(shift -> shift.machine().equals(machine))
                                .map(shift -> shift.startedUtc() + ": " + shift.text())
                                .collect(Collectors.joining("; ")))
                .table();
        String explanation =
                "A change of a machine is a step that more than half of its series take at once, in one direction.";
        Report report = Report.ofManyRuns(
                "History of all machines",
                "What changed on which machine",
                List.of(Sentence.join(
                        Plural.of(result.shifts().size(), "change of a machine", "changes of machines"),
                        ", and ",
                        FleetResult.seriesOf(result.changes().stream().filter(SeriesChange::isAlarm)),
                        " of ",
                        result.series(),
                        " series changed.")),
                "",
                List.of(),
                List.of(new Content("machines", "Machines", explanation, List.of(machines))));
        OutputFile.write(OutputFile.makeFolder(folder).resolve(OVERVIEW), HtmlPage.inSite(report, Optional.empty()));
    }
}
