// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.history.Timeline.Point;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** Turns the history of a cell into what its page's template wants. */
final class CellPageBuilder {

    /** Deviations that a step needs to be found when it has lasted ten runs. */
    private static final double STEP = 3;

    private static final Scale RATIO = Scale.ofRatios();

    private final CellHistory cell;
    private final SeriesKey key;
    private final List<MachineChange> machineChanges;
    private final Scale scale;

    CellPageBuilder(CellHistory cell, List<MachineChange> all) {
        this.cell = cell;
        this.key = cell.key();
        this.machineChanges = all.stream()
                .filter(change -> change.after().machine().equals(key.machine()))
                .toList();
        this.scale = Scale.ofTimes(
                key.unit(),
                cell.figure().points().stream()
                        .map(point -> point.estimate().median())
                        .toList());
    }

    PageView.Page view(PageView.Frame frame, Function<Chart, Optional<String>> drawing) {
        return new PageView.Page(
                frame,
                Printable.text(key.cell()),
                cell.standIn(),
                subtitle(),
                findings(),
                drawings(drawing),
                changes(),
                PageView.MachineRow.of(machineChanges),
                cell.ratio().isPresent(),
                Printable.brief(scale.unit()),
                runs());
    }

    private String subtitle() {
        String baseline = key.baseline().isEmpty() ? "" : "; ratios to " + key.baseline();
        return Printable.text(
                key.metric() + " on " + key.machine() + ", " + key.unit() + ", smaller is better" + baseline);
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.add(finding("time", cell.figure()));
        cell.ratio().ifPresent(line -> findings.add(finding("ratio", line)));
        return findings;
    }

    private static String finding(String what, Timeline line) {
        if (line.isTooShort()) {
            return "Of the " + what + " there are " + Plural.of(line.points().size(), "run", "runs")
                    + "; a change needs at least " + ChangePoints.FEWEST + ". Nothing is concluded.";
        }
        long levels = line.changes().stream()
                .filter(change -> change.kind() == Change.Kind.LEVEL)
                .count();
        int lasted = line.segments().get(line.segments().size() - 1).size();
        String found = levels == 0
                ? "No change of the " + what + " was found in "
                : Plural.of((int) levels, "change", "changes") + " of the " + what + " in ";
        return found + line.points().size() + " runs. The present level has lasted " + lasted
                + " of them, with a deviation of "
                + Numbers.percent(line.noise()) + ": a step of " + Numbers.percent(STEP * line.noise())
                + " would be found within ten runs.";
    }

    private List<PageView.Drawing> drawings(Function<Chart, Optional<String>> drawing) {
        List<PageView.Drawing> drawings = new ArrayList<>();
        String unit = Printable.brief(scale.unit());
        drawings.add(drawing("time", "Time, " + unit, new TimeChart(cell.figure(), scale, machineChanges), drawing));
        cell.ratio()
                .ifPresent(line -> drawings.add(drawing(
                        "ratio",
                        "Ratio to " + Printable.brief(key.baseline()),
                        new TimeChart(line, RATIO, machineChanges),
                        drawing)));
        return drawings;
    }

    private static PageView.Drawing drawing(
            String id, String title, TimeChart chart, Function<Chart, Optional<String>> drawing) {
        String axis = id.equals("ratio") ? "Ratio of the times" : title;
        return new PageView.Drawing(
                title, drawing.apply(chart.of(id, title, axis)).orElse(null));
    }

    private List<PageView.ChangeRow> changes() {
        List<PageView.ChangeRow> rows = new ArrayList<>();
        List<Dated> all = new ArrayList<>();
        cell.figure().changes().forEach(change -> all.add(new Dated("time", cell.figure(), change, scale)));
        cell.ratio()
                .ifPresent(line -> line.changes().forEach(change -> all.add(new Dated("ratio", line, change, RATIO))));
        all.sort(Comparator.<Dated, String>comparing(
                        of -> of.line().runAt(of.change()).folder())
                .reversed());
        all.forEach(of -> rows.add(of.row()));
        return rows;
    }

    /** A change with what it is of. */
    private record Dated(String of, Timeline line, Change change, Scale scale) {

        PageView.ChangeRow row() {
            boolean level = change.kind() == Change.Kind.LEVEL;
            int at = change.place().at();
            return new PageView.ChangeRow(
                    HistoryText.day(line.runAt(change)),
                    Printable.brief(line.runAt(change).folder()),
                    level ? of : "spread of the " + of,
                    new PageView.Badge(HistoryText.badge(change), HistoryText.badgeKind(change)),
                    HistoryText.size(change.factor()),
                    level ? level(at - 1) : "",
                    level ? level(at) : "",
                    between(),
                    HistoryText.probability(change.place().p()),
                    HistoryText.cause(change));
        }

        private String level(int place) {
            return line.segments().stream()
                    .filter(segment -> segment.from() <= place && place < segment.to())
                    .map(segment -> scale.format(Math.exp(segment.level())))
                    .findFirst()
                    .orElse("");
        }

        private String between() {
            return HistoryText.day(line.points().get(change.place().earliest()).run()) + " to "
                    + HistoryText.day(line.points().get(change.place().latest()).run());
        }
    }

    private List<PageView.RunRow> runs() {
        Map<String, Point> ratios = new HashMap<>();
        cell.ratio()
                .ifPresent(line ->
                        line.points().forEach(point -> ratios.put(point.run().folder(), point)));
        List<PageView.RunRow> rows = new ArrayList<>();
        for (int i = cell.figure().points().size() - 1; i >= 0; i--) {
            Point point = cell.figure().points().get(i);
            Optional<Estimate> ratio =
                    Optional.ofNullable(ratios.get(point.run().folder())).map(Point::estimate);
            rows.add(new PageView.RunRow(
                    HistoryText.day(point.run()),
                    Printable.brief(point.run().folder()),
                    HistoryText.commit(point.run()),
                    scale.format(point.estimate().median()),
                    interval(point.estimate(), scale),
                    ratio.map(of -> RATIO.format(of.median())).orElse(""),
                    ratio.map(of -> interval(of, RATIO)).orElse(""),
                    note(point)));
        }
        return rows;
    }

    private static String interval(Estimate estimate, Scale scale) {
        return estimate.interval()
                .map(of -> scale.format(of.low()) + "\u2013" + scale.format(of.high()))
                .orElseGet(() -> Plural.of(estimate.n(), "round", "rounds"));
    }

    private String note(Point point) {
        String status = HistoryText.status(point.run());
        String alone = cell.figure().standsAlone(point) ? "stands alone" : "";
        return status.isEmpty() || alone.isEmpty() ? status + alone : status + ", " + alone;
    }
}
