// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Collections;
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

    /** A timeline of the page, with its name and the unit in which it is shown. */
    private record Shown(String name, String title, String axis, Timeline line, Scale scale) {}

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
                key.unit(),
                cell.figure().points().stream()
                        .map(point -> point.estimate().median())
                        .toList());
        unit = Printable.brief(scale.unit());
        lines.add(new Shown("time", "Time, " + unit, "Time, " + unit, cell.figure(), scale));
        cell.ratio()
                .ifPresent(line -> lines.add(new Shown(
                        "ratio",
                        "Ratio to " + Printable.brief(key.baseline()),
                        "Ratio of the times",
                        line,
                        Scale.ofRatios())));
    }

    PageView.Page view(PageView.Frame frame, Function<Chart, Optional<String>> drawing) {
        String baseline = key.baseline().isEmpty() ? "" : "; ratios to " + key.baseline();
        return new PageView.Page(
                frame,
                Printable.text(key.cell()),
                cell.standIn(),
                Printable.text(
                        key.metric() + " on " + key.machine() + ", " + key.unit() + ", smaller is better" + baseline),
                lines.stream().map(CellPageBuilder::finding).toList(),
                lines.stream()
                        .map(shown -> new PageView.Drawing(
                                shown.title(),
                                drawing.apply(new TimeChart(shown.line(), shown.scale(), machineChanges)
                                                .of(shown.name(), shown.title(), shown.axis()))
                                        .orElse(null)))
                        .toList(),
                changes(),
                PageView.MachineRow.of(machineChanges),
                cell.ratio().isPresent(),
                unit,
                runs());
    }

    private static String finding(Shown shown) {
        Timeline line = shown.line();
        String what = shown.name();
        if (line.isTooShort()) {
            return "Of the " + what + " there are " + Plural.of(line.points().size(), "run", "runs")
                    + "; a change needs at least " + ChangePoints.FEWEST + ". Nothing is concluded.";
        }
        int levels = line.levelChanges().size();
        String found = levels == 0
                ? "No change of the " + what + " was found in "
                : Plural.of(levels, "change", "changes") + " of the " + what + " in ";
        return found + line.points().size() + " runs. The present level has lasted "
                + line.segments().get(line.segments().size() - 1).size()
                + " of them, with a deviation of "
                + Numbers.percent(line.noise()) + ": a step of " + Numbers.percent(STEP * line.noise())
                + " would be found within ten runs.";
    }

    private List<PageView.ChangeRow> changes() {
        record Dated(int order, PageView.ChangeRow row) {}
        List<Dated> rows = new ArrayList<>();
        for (Shown shown : lines) {
            for (Change change : shown.line().changes()) {
                rows.add(new Dated(shown.line().after(change).order(), row(shown, change)));
            }
        }
        rows.sort(Comparator.comparing(Dated::order).reversed());
        return rows.stream().map(Dated::row).toList();
    }

    private static PageView.ChangeRow row(Shown shown, Change change) {
        boolean level = change.kind() == Change.Kind.LEVEL;
        int at = change.place().at();
        List<Point> points = shown.line().points();
        return new PageView.ChangeRow(
                HistoryText.day(points.get(at).run()),
                Printable.brief(points.get(at).run().id()),
                level ? shown.name() : "spread of the " + shown.name(),
                PageView.Badge.of(change),
                HistoryText.size(change.factor()),
                level ? level(shown, at - 1) : "",
                level ? level(shown, at) : "",
                HistoryText.day(points.get(change.place().earliest()).run()) + " to "
                        + HistoryText.day(points.get(change.place().latest()).run()),
                HistoryText.probability(change.place().p()),
                HistoryText.cause(change));
    }

    private static String level(Shown shown, int place) {
        return shown.line().segments().stream()
                .filter(segment -> segment.from() <= place && place < segment.to())
                .map(segment -> shown.scale().format(Math.exp(segment.level())))
                .findFirst()
                .orElse("");
    }

    private List<PageView.RunRow> runs() {
        Map<Integer, Estimate> ratios = new HashMap<>();
        cell.ratio().ifPresent(line -> line.points().forEach(point -> ratios.put(point.order(), point.estimate())));
        Scale scale = lines.get(0).scale();
        List<PageView.RunRow> rows = new ArrayList<>();
        for (Point point : cell.figure().points()) {
            Estimate ratio = ratios.get(point.order());
            String status = HistoryText.status(point.run());
            String alone = cell.figure().standsAlone(point) ? "stands alone" : "";
            rows.add(new PageView.RunRow(
                    HistoryText.day(point.run()),
                    Printable.brief(point.run().id()),
                    HistoryText.commit(point.run()),
                    scale.format(point.estimate().median()),
                    interval(point.estimate(), scale),
                    ratio == null ? "" : Scale.ofRatios().format(ratio.median()),
                    ratio == null ? "" : interval(ratio, Scale.ofRatios()),
                    status + (status.isEmpty() || alone.isEmpty() ? "" : ", ") + alone));
        }
        Collections.reverse(rows);
        return rows;
    }

    private static String interval(Estimate estimate, Scale scale) {
        return estimate.interval()
                .map(range -> scale.format(range.low()) + "\u2013" + scale.format(range.high()))
                .orElseGet(() -> Plural.of(estimate.n(), "round", "rounds"));
    }
}
