// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.document.Axis;
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

    private static final int DATES = 8;

    Chart.OverTime of(String id, String title, String axis) {
        List<Change> levels = line.changes().stream()
                .filter(change -> change.kind() == Change.Kind.LEVEL)
                .toList();
        return new Chart.OverTime(
                id,
                title,
                description(axis, levels),
                new Axis(axis, false),
                "runs, in the order of time",
                dates(),
                line.points().stream().map(this::dot).toList(),
                line.segments().stream().map(this::level).toList(),
                levels.stream()
                        .map(change -> new Chart.Position(
                                HistoryText.size(change.factor()),
                                change.place().at()))
                        .toList(),
                marks());
    }

    private String description(String axis, List<Change> levels) {
        StringBuilder text = new StringBuilder(axis + " of " + line.points().size() + " runs, from "
                + HistoryText.day(line.points().get(0).run()) + " to " + HistoryText.day(last().run()) + ".");
        for (Change change : levels) {
            text.append(' ')
                    .append(HistoryText.badge(change))
                    .append(" by ")
                    .append(HistoryText.size(change.factor()))
                    .append(" on ")
                    .append(HistoryText.day(line.runAt(change)))
                    .append('.');
        }
        return text.append(levels.isEmpty() ? " No change of the level was found." : "")
                .toString();
    }

    private Point last() {
        return line.points().get(line.points().size() - 1);
    }

    private List<Chart.Position> dates() {
        List<Chart.Position> dates = new ArrayList<>();
        int step = Math.max(1, (int) Math.ceil((double) line.points().size() / DATES));
        for (int i = 0; i < line.points().size(); i += step) {
            dates.add(new Chart.Position(HistoryText.day(line.points().get(i).run()), i));
        }
        return dates;
    }

    private Chart.Dot dot(Point point) {
        double value = point.estimate().median() / scale.perUnit();
        Optional<Interval> interval = point.estimate()
                .interval()
                .map(of -> new Interval(of.low() / scale.perUnit(), of.high() / scale.perUnit()));
        boolean usual = point.run().figures().status() == RunStatus.OK && !line.standsAlone(point);
        return new Chart.Dot(value, interval, usual);
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
                boolean isFirst = line.points()
                                        .get(i - 1)
                                        .run()
                                        .folder()
                                        .compareTo(change.after().folder())
                                < 0
                        && line.points()
                                        .get(i)
                                        .run()
                                        .folder()
                                        .compareTo(change.after().folder())
                                >= 0;
                if (isFirst) {
                    marks.add(new Chart.Position(Integer.toString(change.number()), i));
                }
            }
        }
        return marks;
    }
}
