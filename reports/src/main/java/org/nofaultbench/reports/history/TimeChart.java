// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.List;
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
 * @param line the figures
 * @param scale in which they are shown
 * @param machineChanges of the machine that they are of
 */
record TimeChart(Timeline line, Scale scale, List<MachineChange> machineChanges) {

    /** In the band lie 19 of 20 runs, were their noise normal. */
    private static final double BAND_DEVIATIONS = 1.96;

    Chart.OverTime of(String id, String title, String axis) {
        return new Chart.OverTime(
                id,
                title,
                description(axis),
                new Chart.Axis(axis, Scale.ofRatios(), false),
                "runs, in the order of time",
                dates(),
                line.points().stream().map(this::dot).toList(),
                line.segments().stream().map(this::level).toList(),
                line.levelChanges().stream()
                        .map(change -> new Chart.Position(
                                HistoryText.size(change.factor()),
                                change.place().at()))
                        .toList(),
                marks());
    }

    private String description(String axis) {
        StringBuilder text = new StringBuilder(axis + " of " + line.points().size() + " runs, from "
                + HistoryText.day(line.points().get(0).run()) + " to "
                + HistoryText.day(line.last().run()) + ".");
        for (Change change : line.levelChanges()) {
            text.append(" " + HistoryText.badge(change) + " by " + HistoryText.size(change.factor()) + " on "
                    + HistoryText.day(line.after(change).run()) + ".");
        }
        return text.append(line.levelChanges().isEmpty() ? " No change of the level was found." : "")
                .toString();
    }

    /** The day of each run, or the time of one on the same day as the run before. */
    private List<String> dates() {
        List<String> dates = new ArrayList<>();
        String before = "";
        for (Point point : line.points()) {
            String day = HistoryText.day(point.run());
            dates.add(day.equals(before) ? HistoryText.time(point.run()) : day);
            before = day;
        }
        return dates;
    }

    private Chart.Dot dot(Point point) {
        double perUnit = scale.perUnit();
        return new Chart.Dot(
                point.estimate().median() / perUnit,
                point.estimate().interval().map(range -> new Interval(range.low() / perUnit, range.high() / perUnit)),
                point.run().status() == RunStatus.OK && !line.standsAlone(point));
    }

    private Chart.Level level(Segment segment) {
        double level = Math.exp(segment.level()) / scale.perUnit();
        double most = Math.exp(BAND_DEVIATIONS * segment.deviation());
        return new Chart.Level(segment.from(), segment.to(), level, new Interval(level / most, level * most));
    }

    /** At the first run of the timeline that has the new facts. */
    private List<Chart.Position> marks() {
        List<Chart.Position> marks = new ArrayList<>();
        for (MachineChange change : machineChanges) {
            for (int i = 1; i < line.points().size(); i++) {
                if (line.points().get(i - 1).order() < change.order()
                        && line.points().get(i).order() >= change.order()) {
                    marks.add(new Chart.Position(Integer.toString(change.number()), i));
                }
            }
        }
        return marks;
    }
}
