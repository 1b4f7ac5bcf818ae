// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;
import org.nofaultbench.store.MachineChanges.Shift;
import org.nofaultbench.store.SeriesDetector.Result;

/**
 * What all series of a store show, machine by machine.
 *
 * @param seriesByMachine how many there are, by the machine's id
 * @param judged how many of them had runs enough for a change
 * @param changes of series, in {@link SeriesChange#ORDER}
 * @param shifts of machines, by machine and place
 */
public record FleetResult(
        Map<String, Integer> seriesByMachine, int judged, List<SeriesChange> changes, List<Shift> shifts) {

    private static final String HEAD =
            "machine,cell,metric,unit,baseline,of,kind,run,started_utc,commit,place,earliest,latest,p,"
                    + "factor,cause,facts,runs";

    /** In whatever order the series were searched. */
    public static FleetResult of(List<Result> results) {
        Map<String, List<Result>> machines = results.stream()
                .collect(Collectors.groupingBy(result -> result.series().machine(), TreeMap::new, Collectors.toList()));
        List<SeriesChange> changes = new ArrayList<>();
        List<Shift> shifts = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        machines.forEach((id, own) -> {
            counts.put(id, own.size());
            MachineChanges machine = MachineChanges.of(
                    own.stream().flatMap(result -> result.changes().stream()).toList(),
                    (int) own.stream().filter(Result::isLongEnough).count());
            changes.addAll(machine.changes());
            shifts.addAll(machine.shifts());
        });
        int judged = (int) results.stream().filter(Result::isLongEnough).count();
        return new FleetResult(counts, judged, List.copyOf(changes), List.copyOf(shifts));
    }

    /** How many series have one of the changes. */
    static long seriesOf(Stream<SeriesChange> changes) {
        return changes.map(SeriesChange::series).distinct().count();
    }

    int series() {
        return seriesByMachine.values().stream().mapToInt(Integer::intValue).sum();
    }

    int seriesOf(String machine) {
        return seriesByMachine.getOrDefault(machine, 0);
    }

    /** The changes as CSV (RFC 4180), a line each; what two engines find is compared line by line. */
    public List<String> lines() {
        return Stream.concat(Stream.of(HEAD), changes.stream().map(FleetResult::line))
                .toList();
    }

    private static String line(SeriesChange found) {
        SeriesKey series = found.series();
        Change change = found.change();
        return Stream.of(
                        series.machine(),
                        series.cell(),
                        series.metric(),
                        series.unit(),
                        series.baseline(),
                        found.of(),
                        change.kind(),
                        found.run(),
                        found.startedUtc(),
                        found.commit(),
                        change.place().at(),
                        change.place().earliest(),
                        change.place().latest(),
                        change.place().p(),
                        change.factor(),
                        found.isMachineWide() ? "MACHINE_WIDE" : change.cause(),
                        String.join(", ", change.facts()),
                        found.runs())
                .map(field -> quoted(field.toString()))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
