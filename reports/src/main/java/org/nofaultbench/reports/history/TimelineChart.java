// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.nofaultbench.reports.history.HistoryText.day;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.change.Segment;

/**
 * A timeline as a chart.
 *
 * @param name of what it follows, such as {@link CellHistory#TIME}
 * @param title of the chart
 * @param axis what the values are, with the unit in which they are shown
 * @param scale from the series' unit to that
 */
record TimelineChart(String name, String title, String axis, Timeline line, Scale scale) {

    /** In the band lie 19 of 20 runs, were their noise normal. */
    private static final double BAND_DEVIATIONS = 1.96;

    Chart.OverTime chart(List<MachineChange> machineChanges) {
        return chart(change -> change.kind() == Change.Kind.LEVEL, machineChanges);
    }

    /** With what somebody should look at, and no more. */
    Chart.OverTime ofAlarms() {
        return chart(Change::isAlarm, List.of());
    }

    private Chart.OverTime chart(Predicate<Change> shown, List<MachineChange> machineChanges) {
        List<Chart.Position> changes = line.changes().stream()
                .filter(shown)
                .map(change -> new Chart.Position(
                        HistoryText.size(change.factor()), change.place().at()))
                .toList();
        return new Chart.OverTime(
                name,
                title,
                description(),
                new Chart.Axis(axis, Scale.ofRatios(), false),
                "runs, in the order of time",
                dates(),
                line.points().stream().map(this::dot).toList(),
                line.segments().stream().map(this::level).toList(),
                changes,
                machineChanges.stream().flatMap(this::mark).toList());
    }

    private String description() {
        List<Change> levels = line.levelChanges();
        String runs = axis + " of " + line.points().size() + " runs, from "
                + day(line.points().get(0).run()) + " to " + day(line.last().run()) + ".";
        return levels.stream()
                .map(change -> " " + HistoryText.badge(change) + " by " + HistoryText.size(change.factor()) + " on "
                        + day(line.after(change).run()) + ".")
                .collect(Collectors.joining("", runs, levels.isEmpty() ? " No change of the level was found." : ""));
    }

    /** The day of each run, or the time of one on the same day as the run before. */
    private List<String> dates() {
        List<HistoryRun> runs = line.points().stream().map(Point::run).toList();
        return IntStream.range(0, runs.size())
                .mapToObj(i -> i > 0 && day(runs.get(i)).equals(day(runs.get(i - 1)))
                        ? HistoryText.time(runs.get(i))
                        : day(runs.get(i)))
                .toList();
    }

    private Chart.Dot dot(Point point) {
        return new Chart.Dot(
                point.median() / scale.perUnit(),
                point.estimate()
                        .interval()
                        .map(range -> new Interval(range.low() / scale.perUnit(), range.high() / scale.perUnit())),
                point.run().status() == RunStatus.OK && !line.standsAlone(point));
    }

    private Chart.Level level(Segment segment) {
        double level = Math.exp(segment.level()) / scale.perUnit();
        double most = Math.exp(BAND_DEVIATIONS * segment.deviation());
        return new Chart.Level(segment.from(), segment.to(), level, new Interval(level / most, level * most));
    }

    /** At the first run of the timeline that has the new facts. */
    private Stream<Chart.Position> mark(MachineChange change) {
        return IntStream.range(1, line.points().size())
                .filter(i -> line.points().get(i - 1).order() < change.order()
                        && line.points().get(i).order() >= change.order())
                .mapToObj(i -> new Chart.Position(Integer.toString(change.number()), i));
    }
}
