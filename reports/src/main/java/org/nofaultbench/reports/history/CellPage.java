// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.nofaultbench.reports.history.HistoryText.day;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/** The page of one cell: its charts, its changes and its runs. */
final class CellPage {

    /** Deviations that a step needs to be found when it has lasted ten runs. */
    private static final double STEP = 3;

    private static final String LEGEND =
            "Dot: a run. Ring: an outlier, or a run that is not OK. Arrowhead: a run beyond the chart. Line and band: the"
                    + " level, and 95% of the runs if noise is normal. Solid vertical line: a change of the level, with its"
                    + " size. Dashed: a change of the machine, with its number.";

    private final CellHistory cell;
    private final SeriesKey key;
    private final List<MachineChange> machineChanges;
    private final String unit;
    private final List<TimelineChart> lines = new ArrayList<>();

    CellPage(CellHistory cell, List<MachineChange> all) {
        this.cell = cell;
        this.key = cell.key();
        this.machineChanges = all.stream()
                .filter(change -> change.after().machine().equals(key.machine()))
                .toList();
        Scale scale = Scale.ofTimes(
                key.unit(), cell.figure().points().stream().map(Point::median).toList());
        unit = Printable.brief(scale.unit());
        lines.add(new TimelineChart(CellHistory.TIME, "Time, " + unit, "Time, " + unit, cell.figure(), scale));
        String ratio = "Ratio to " + Printable.brief(key.baseline());
        cell.ratio()
                .ifPresent(line -> lines.add(
                        new TimelineChart(CellHistory.RATIO, ratio, "Ratio of the times", line, Scale.ofRatios())));
    }

    Report report() {
        List<Block> charts = new ArrayList<>();
        lines.forEach(line -> charts.add(line.chart(machineChanges)));
        charts.add(new Prose(LEGEND));
        List<Content> contents = new ArrayList<>();
        contents.add(new Content("charts", "Charts", "", charts));
        contents.add(changes());
        contents.addAll(OverviewPage.machineSection(machineChanges, ""));
        String reading = "The last run first. Times in " + unit + "; medians and 95% intervals.";
        contents.add(new Content("runs", "Runs", reading, List.of(runs())));
        String name = Printable.text(key.cell());
        String standIn = cell.standIn() ? ", stand-in" : "";
        String baseline = key.baseline().isEmpty() ? "" : "; ratios to " + key.baseline();
        return Report.ofManyRuns(
                name + ": history",
                name,
                lines.stream().map(this::finding).toList(),
                key.metric() + " on " + key.machine() + standIn + ", " + key.unit() + ", smaller is better" + baseline,
                List.of(),
                contents);
    }

    private Sentence finding(TimelineChart shown) {
        Timeline line = shown.line();
        String name = shown.name();
        Value runs = count("runs", line.points().size());
        if (line.isTooShort()) {
            return Sentence.of(
                    "Of the {} there are {}; a change needs at least {}. Nothing is concluded.",
                    name,
                    Sentence.counted(runs, "run", "runs"),
                    ChangePoints.FEWEST);
        }
        int levels = line.levelChanges().size();
        return Sentence.of(
                "{} of the {} {} found in {} runs. The present level has lasted {} of them, with a deviation of {}: a step of"
                        + " {} would be found within ten runs.",
                levels == 0 ? "No change" : Sentence.counted(count("changes", levels), "change", "changes"),
                name,
                levels > 1 ? "were" : "was",
                runs,
                count("runs of the present level", line.present().size()),
                HistoryText.percent(key, "noise", line.noise()),
                HistoryText.percent(key, "step", STEP * line.noise()));
    }

    private Value count(String what, int count) {
        return Value.count(HistoryText.origin(key, what), count);
    }

    private Content changes() {
        List<DatedChange> changes = cell.changes()
                .sorted(Comparator.comparing(
                                (DatedChange dated) -> dated.first().order())
                        .reversed())
                .toList();
        if (changes.isEmpty()) {
            return new Content("changes", "Changes", "", List.of(new Prose("None was found.")));
        }
        String reading =
                "p is an upper bound for the probability of so clear a change in a series of this length that has"
                        + " none. Times in " + unit + ".";
        Table table = Table.of(
                        "",
                        "when",
                        changes,
                        (DatedChange dated) -> day(dated.first().run()))
                .column("of", CellPage::subject)
                .column("change", dated -> HistoryText.marked(key, dated, ""))
                .column("before", dated -> level(dated, -1))
                .column("after", dated -> level(dated, 0))
                .column("between", this::range)
                .column("p", dated -> HistoryText.probability(key, dated.change()))
                .column("with it changed", dated -> HistoryText.cause(dated.change()))
                .column("first run", dated -> HistoryText.id(dated.first().run()))
                .table();
        return new Content("changes", "Changes", reading, List.of(table));
    }

    private static String subject(DatedChange dated) {
        return (dated.change().kind() == Change.Kind.LEVEL ? "" : "spread of the ") + dated.of();
    }

    /** Level at so many runs from the first after a change; a change of the spread has none. */
    private Optional<Value> level(DatedChange dated, int runs) {
        int at = dated.change().place().at() + runs;
        TimelineChart shown = shown(dated);
        return shown.line().segments().stream()
                .filter(segment -> dated.change().kind() == Change.Kind.LEVEL)
                .filter(segment -> segment.from() <= at && at < segment.to())
                .map(segment -> level(shown, segment))
                .findFirst();
    }

    private Value level(TimelineChart shown, Segment segment) {
        double level = Math.exp(segment.level());
        return Value.plain(
                HistoryText.origin(key, "level"),
                level,
                key.unit(),
                shown.scale().format(level));
    }

    private String range(DatedChange dated) {
        List<Point> points = shown(dated).line().points();
        return day(points.get(dated.change().place().earliest()).run()) + " to "
                + day(points.get(dated.change().place().latest()).run());
    }

    private TimelineChart shown(DatedChange dated) {
        return lines.get(dated.of().equals(CellHistory.TIME) ? 0 : 1);
    }

    private Table runs() {
        Map<Integer, Estimate> ratios = new HashMap<>();
        cell.ratio().ifPresent(line -> line.points().forEach(point -> ratios.put(point.order(), point.estimate())));
        List<Point> points = new ArrayList<>(cell.figure().points());
        Collections.reverse(points);
        Table.Builder<Point> table = Table.of("", "when", points, (Point point) -> day(point.run()))
                .column("commit", point -> HistoryText.commit(point.run()))
                .column("time", point -> figure(lines.get(0), point.estimate()));
        if (cell.ratio().isPresent()) {
            table.column(
                    "ratio",
                    point -> Optional.ofNullable(ratios.get(point.order())).map(ratio -> figure(lines.get(1), ratio)));
        }
        return table.column("note", this::note)
                .column("run", point -> HistoryText.id(point.run()))
                .table();
    }

    private Entry figure(TimelineChart shown, Estimate estimate) {
        Scale scale = shown.scale();
        return Entry.estimate(HistoryText.origin(key, shown.name()), estimate, key.unit(), scale);
    }

    private String note(Point point) {
        String status = HistoryText.status(point.run());
        String alone = cell.figure().standsAlone(point) ? "outlier" : "";
        return status + (status.isEmpty() || alone.isEmpty() ? "" : ", ") + alone;
    }
}
