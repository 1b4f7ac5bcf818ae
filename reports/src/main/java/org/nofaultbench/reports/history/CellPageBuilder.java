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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.history.PageView.Column;
import org.nofaultbench.reports.history.PageView.Content;
import org.nofaultbench.reports.history.PageView.Grid;
import org.nofaultbench.reports.history.PageView.Paragraph;
import org.nofaultbench.reports.history.PageView.Section;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/** The page of one cell: its charts, its changes and its runs. */
final class CellPageBuilder {

    /** Deviations that a step needs to be found when it has lasted ten runs. */
    private static final double STEP = 3;
    /** In the band lie 19 of 20 runs, were their noise normal. */
    private static final double BAND_DEVIATIONS = 1.96;

    private static final String LEGEND =
            "Dot: a run. Ring: an outlier, or a run that is not OK. Arrowhead: a run beyond the chart. Line and band: the"
                    + " level, and 95% of the runs if noise is normal. Solid vertical line: a change of the level, with its"
                    + " size. Dashed: a change of the machine, with its number.";

    private final CellHistory cell;
    private final SeriesKey key;
    private final List<MachineChange> machineChanges;
    private final String unit;
    private final List<Shown> lines = new ArrayList<>();

    CellPageBuilder(CellHistory cell, List<MachineChange> all) {
        this.cell = cell;
        this.key = cell.key();
        this.machineChanges = all.stream()
                .filter(change -> change.after().machine().equals(key.machine()))
                .toList();
        Scale scale = Scale.ofTimes(
                key.unit(), cell.figure().points().stream().map(Point::median).toList());
        unit = Printable.brief(scale.unit());
        lines.add(new Shown(CellHistory.TIME, "Time, " + unit, "Time, " + unit, cell.figure(), scale));
        String ratio = "Ratio to " + Printable.brief(key.baseline());
        cell.ratio()
                .ifPresent(line ->
                        lines.add(new Shown(CellHistory.RATIO, ratio, "Ratio of the times", line, Scale.ofRatios())));
    }

    PageView view(PageView.Frame frame, Function<Chart, Optional<String>> drawing) {
        String name = Printable.text(key.cell());
        String baseline = key.baseline().isEmpty() ? "" : "; ratios to " + key.baseline();
        List<PageView.Drawing> drawings = lines.stream()
                .map(line -> new PageView.Drawing(
                        line.title(), drawing.apply(line.chart(machineChanges)).orElse(null)))
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("charts", "Charts", null, drawings, null, List.of(new Paragraph("legend", LEGEND))));
        sections.add(changes());
        sections.addAll(PageView.machineSection(machineChanges, false, null));
        String reading = "The last run first. Times in " + unit + "; medians and 95% intervals.";
        sections.add(Section.table("runs", "Runs", reading, runs()));
        return new PageView(
                frame,
                name + ": history, nofault-bench",
                name,
                false,
                cell.standIn(),
                null,
                Printable.text(
                        key.metric() + " on " + key.machine() + ", " + key.unit() + ", smaller is better" + baseline),
                lines.stream().map(Shown::finding).toList(),
                List.of(),
                sections);
    }

    private Section changes() {
        List<DatedChange> changes = cell.changes()
                .sorted(Comparator.comparing(
                                (DatedChange dated) -> dated.first().order())
                        .reversed())
                .toList();
        if (changes.isEmpty()) {
            return Section.prose("changes", "Changes", List.of("None was found."));
        }
        List<Column<DatedChange>> columns = List.of(
                new Column<>("when", PageView.WHEN, dated -> day(dated.first().run())),
                new Column<>("of", CellPageBuilder::subject),
                new Column<>(
                        "change",
                        dated -> Content.judged(
                                PageView.Badge.of(dated.change()),
                                HistoryText.size(dated.change().factor()),
                                null)),
                new Column<>("before", dated -> level(dated, -1)),
                new Column<>("after", dated -> level(dated, 0)),
                new Column<>("between", PageView.WHEN, this::range),
                new Column<>(
                        "p",
                        PageView.WHEN,
                        dated -> HistoryText.probability(dated.change().place().p())),
                new Column<>("with it changed", PageView.BECAUSE, dated -> HistoryText.cause(dated.change())),
                new Column<>(
                        "first run",
                        PageView.HASH,
                        dated -> HistoryText.id(dated.first().run())));
        String note =
                "p is an upper bound for the probability of so clear a change in a series of this length that has none."
                        + " Times in " + unit + ".";
        return new Section(
                "changes",
                "Changes",
                null,
                List.of(),
                Grid.of("changes", changes, columns),
                List.of(new Paragraph("note", note)));
    }

    private static String subject(DatedChange dated) {
        return (dated.change().kind() == Change.Kind.LEVEL ? "" : "spread of the ") + dated.of();
    }

    /** Level at so many runs from the first after a change; a change of the spread has none. */
    private String level(DatedChange dated, int runs) {
        int at = dated.change().place().at() + runs;
        Shown shown = shown(dated);
        return shown.line().segments().stream()
                .filter(segment -> dated.change().kind() == Change.Kind.LEVEL)
                .filter(segment -> segment.from() <= at && at < segment.to())
                .map(segment -> shown.scale().format(Math.exp(segment.level())))
                .findFirst()
                .orElse("");
    }

    private String range(DatedChange dated) {
        List<Point> points = shown(dated).line().points();
        return day(points.get(dated.change().place().earliest()).run()) + " to "
                + day(points.get(dated.change().place().latest()).run());
    }

    private Shown shown(DatedChange dated) {
        return lines.get(dated.of().equals(CellHistory.TIME) ? 0 : 1);
    }

    private Grid runs() {
        Map<Integer, Estimate> ratios = new HashMap<>();
        cell.ratio().ifPresent(line -> line.points().forEach(point -> ratios.put(point.order(), point.estimate())));
        Scale scale = lines.get(0).scale();
        List<Column<Point>> columns = new ArrayList<>(List.of(
                new Column<>("when", PageView.WHEN, point -> day(point.run())),
                new Column<>("commit", PageView.HASH, point -> HistoryText.commit(point.run())),
                new Column<>("time", point -> median(point.estimate(), scale)),
                new Column<>("interval", PageView.WHEN, point -> interval(point.estimate(), scale)),
                new Column<>("note", this::note),
                new Column<>("run", PageView.HASH, point -> HistoryText.id(point.run()))));
        if (cell.ratio().isPresent()) {
            Scale plain = Scale.ofRatios();
            columns.add(4, new Column<>("ratio", point -> median(ratios.get(point.order()), plain)));
            columns.add(
                    5, new Column<>("interval", PageView.WHEN, point -> interval(ratios.get(point.order()), plain)));
        }
        List<Point> points = new ArrayList<>(cell.figure().points());
        Collections.reverse(points);
        return Grid.of("runs", points, columns);
    }

    private static String median(Estimate estimate, Scale scale) {
        return estimate == null ? "" : scale.format(estimate.median());
    }

    private static String interval(Estimate estimate, Scale scale) {
        if (estimate == null) {
            return "";
        }
        return estimate.interval()
                .map(range -> scale.format(range.low()) + "\u2013" + scale.format(range.high()))
                .orElseGet(() -> Plural.of(estimate.n(), "round", "rounds"));
    }

    private String note(Point point) {
        String status = HistoryText.status(point.run());
        String alone = cell.figure().standsAlone(point) ? "outlier" : "";
        return status + (status.isEmpty() || alone.isEmpty() ? "" : ", ") + alone;
    }

    /** A timeline of the page, with its name and the unit in which it is shown. */
    private record Shown(String name, String title, String axis, Timeline line, Scale scale) {

        String finding() {
            if (line.isTooShort()) {
                return "Of the " + name + " there are "
                        + Plural.of(line.points().size(), "run", "runs") + "; a change needs at least "
                        + ChangePoints.FEWEST + ". Nothing is concluded.";
            }
            int levels = line.levelChanges().size();
            String found = levels == 0
                    ? "No change of the " + name + " was found in "
                    : Plural.of(levels, "change", "changes") + " of the " + name + " in ";
            return found + line.points().size() + " runs. The present level has lasted "
                    + line.present().size() + " of them, with a deviation of " + Numbers.percent(line.noise())
                    + ": a step of " + Numbers.percent(STEP * line.noise()) + " would be found within ten runs.";
        }

        Chart chart(List<MachineChange> machineChanges) {
            return new Chart.OverTime(
                    name,
                    title,
                    description(),
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
                    machineChanges.stream().flatMap(this::mark).toList());
        }

        private String description() {
            List<Change> levels = line.levelChanges();
            String runs = axis + " of " + line.points().size() + " runs, from "
                    + day(line.points().get(0).run()) + " to " + day(line.last().run()) + ".";
            return levels.stream()
                    .map(change -> " " + HistoryText.badge(change) + " by " + HistoryText.size(change.factor()) + " on "
                            + day(line.after(change).run()) + ".")
                    .collect(
                            Collectors.joining("", runs, levels.isEmpty() ? " No change of the level was found." : ""));
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
}
