// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.PageView.Column;
import org.nofaultbench.reports.history.PageView.Content;
import org.nofaultbench.reports.history.PageView.Grid;
import org.nofaultbench.reports.history.PageView.Section;
import org.nofaultbench.reports.history.Site.PageName;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/** The page that leads to all cells: what changed last, and where the machine changed. */
final class OverviewBuilder {

    private static final List<String> READING = List.of(
            "A change is a level that at least " + ChangePoints.SHORTEST
                    + " runs in a row share and that differs from the level before: a single run, however far off, is"
                    + " none. Of series that do not change about one in a hundred shows a change all the same, and of"
                    + " steps as large as twice the noise nearly all are found.",
            "Times and their ratios to the baseline are both searched. A ratio is formed within a round, where what"
                    + " the machine does to one it does to the other; so it is less noisy, and a change of the time that"
                    + " the ratio does not share is the machine's or the baseline's.",
            "An alarm is a change where the library (for loops in Java the commit) or a fact of the machine changed"
                    + " too. Where both stayed the same there is nothing that could have caused it and that anybody could"
                    + " mend; it is shown without colour.",
            "Noise is the deviation of the runs about the present level.");

    private final History history;

    OverviewBuilder(History history) {
        this.history = history;
    }

    PageView view(PageView.Frame frame) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.table(
                "cells",
                "Cells",
                "What changed last comes first. Each name opens the cell\u2019s page with its charts, its changes and"
                        + " its runs.",
                cells()));
        sections.addAll(PageView.machineSection(
                history.machineChanges(),
                true,
                "Between these runs and the ones before them. Charts show them as numbered dashed lines."));
        sections.add(Section.prose("reading", "How to read it", READING));
        return new PageView(
                frame,
                "History: nofault-bench",
                "How the figures changed from run to run",
                true,
                false,
                lead(),
                subtitle(),
                List.of(),
                notices(),
                sections);
    }

    private String lead() {
        String cells = Plural.of(history.cells().size(), "cell", "cells");
        if (history.isTooShort()) {
            return "Too few runs to say what changed: "
                    + Plural.of(history.runs().size(), "run", "runs") + ", and a change needs at least "
                    + ChangePoints.FEWEST + ", " + ChangePoints.SHORTEST + " on either side.";
        }
        if (history.changedCells() == 0) {
            return "No change was found that goes with a new build or a change of the machine, in " + cells + ".";
        }
        HistoryRun last = history.runs().get(history.cells().get(0).lastAlarm());
        return history.changedCells() + " of " + cells + " changed, the last on " + HistoryText.day(last)
                + " at commit " + HistoryText.commit(last) + ".";
    }

    private String subtitle() {
        List<HistoryRun> runs = history.runs();
        return Plural.of(runs.size(), "run", "runs") + " of "
                + Plural.of(history.cells().size(), "cell", "cells") + ", from "
                + HistoryText.day(runs.get(0)) + " to " + HistoryText.day(runs.get(runs.size() - 1)) + ", on "
                + String.join(
                        ", ", history.machines().stream().map(Printable::brief).toList());
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        long doubtful = history.runs().stream()
                .filter(run -> run.status() != RunStatus.OK)
                .count();
        if (doubtful > 0) {
            notices.add(Plural.of((int) doubtful, "run is", "runs are") + " FAIL or UNFINISHED: "
                    + "their figures are drawn as rings and take part, since no single run can make a change.");
        }
        for (History.SharedChange change : history.sharedChanges()) {
            notices.add(change.changed() + " of " + Plural.of(change.cells(), "cell", "cells") + " on "
                    + Printable.brief(change.run().machine()) + " changed at once on " + HistoryText.day(change.run())
                    + ", by "
                    + HistoryText.size(change.factor())
                    + " in the median: look at the machine and at what they share first.");
        }
        history.mixedMachines()
                .forEach(machine -> notices.add("Facts of " + Printable.brief(machine)
                        + " go back and forth, as those of several machines under one name do: name"
                        + " each with --machine."));
        history.leftOut().forEach(line -> notices.add("Left out: " + line));
        return notices;
    }

    private Grid cells() {
        List<CellRow> rows = history.cells().stream().map(CellRow::new).toList();
        List<Column<CellRow>> columns = new ArrayList<>(List.of(
                new Column<>("cell", this::link),
                new Column<>("over time", row -> Content.drawing(Sparkline.svg(row.shown))),
                new Column<>("last change", null, CellRow::size, CellRow::verdict),
                new Column<>("when", PageView.WHEN, this::urgency, CellRow::day),
                new Column<>("with it changed", PageView.BECAUSE, CellRow::cause),
                new Column<>("time now", PageView.WHEN, row -> row.now, CellRow::figure),
                new Column<>("ratio now", PageView.WHEN, row -> row.ratio.orElse(0.0), CellRow::ratioText),
                new Column<>("noise", PageView.WHEN, row -> row.line.noise(), CellRow::noise),
                new Column<>("runs", null, CellRow::runs, CellRow::runs)));
        if (history.machines().size() > 1) {
            columns.add(1, new Column<>("machine", row -> Printable.brief(row.key.machine())));
        }
        return Grid.of("overview", rows, columns);
    }

    private Content link(CellRow row) {
        List<String> tags = new ArrayList<>();
        if (row.cell.standIn()) {
            tags.add("stand-in");
        }
        if (row.line.last().order() < lastOf(row.key.machine())) {
            tags.add("not in the last run");
        }
        return new Content(PageName.fromKey(row.key), Printable.brief(row.key.cell()), null, tags, null, null, null);
    }

    private int lastOf(String machine) {
        int last = history.runs().size() - 1;
        while (!history.runs().get(last).machine().equals(machine)) {
            last--;
        }
        return last;
    }

    /** Alarms before other changes, the last first. */
    private int urgency(CellRow row) {
        return row.change
                .map(change -> row.shown.after(change).order()
                        + (change.isAlarm() ? history.runs().size() : 0))
                .orElse(CellHistory.NEVER);
    }

    /** A cell in the overview, with the timeline and the change that stand for it. */
    private static final class CellRow {

        private final CellHistory cell;
        private final SeriesKey key;
        private final Timeline line;
        private final double now;
        private final Optional<Double> ratio;
        private Timeline shown;
        private Optional<Change> change = Optional.empty();

        /** The last alarm of either timeline, the time's where both were raised at once; without one the last change of any kind. */
        CellRow(CellHistory cell) {
            this.cell = cell;
            this.key = cell.key();
            this.line = cell.figure();
            this.now = line.last().median();
            this.ratio = cell.ratio().map(ratios -> ratios.last().median());
            this.shown = line;
            int latest = CellHistory.NEVER;
            boolean alarm = false;
            for (Timeline one : cell.timelines().toList()) {
                for (Change other : one.changes()) {
                    int order = one.after(other).order();
                    if (other.isAlarm() == alarm ? order > latest : other.isAlarm()) {
                        latest = order;
                        alarm = other.isAlarm();
                        shown = one;
                        change = Optional.of(other);
                    }
                }
            }
        }

        private String text(Function<Change, String> text) {
            return change.map(text).orElse("");
        }

        String day() {
            return text(last -> HistoryText.day(shown.after(last).run()));
        }

        String cause() {
            return text(HistoryText::cause);
        }

        double size() {
            return change.map(last -> Math.log(last.factor())).orElse(0.0);
        }

        String figure() {
            Scale scale = Scale.ofTimes(key.unit(), List.of(now));
            return scale.format(now) + " " + Printable.brief(scale.unit());
        }

        String ratioText() {
            return ratio.map(value -> Numbers.ratio(value) + "\u00d7").orElse("");
        }

        /** The deviation of three runs says nothing of the noise. */
        String noise() {
            return line.isTooShort() ? "" : Numbers.percent(line.noise());
        }

        int runs() {
            return line.points().size();
        }

        Content verdict() {
            PageView.Badge badge = cell.timelines().allMatch(Timeline::isTooShort)
                    ? new PageView.Badge("TOO FEW RUNS", "too-few")
                    : change.map(PageView.Badge::of).orElseGet(() -> new PageView.Badge("none found", "no-ratio"));
            String size = text(last -> HistoryText.size(last.factor()) + (shown == line ? " time" : " ratio"));
            return Content.judged(badge, null, size);
        }
    }

    /**
     * A timeline in the size of a word: levels, and a tick at each change that somebody should look at. The table beside it says the same
     * in words.
     */
    private static final class Sparkline {

        private static final double WIDTH = 110;
        private static final double HEIGHT = 26;
        private static final double INSET = 4;
        private static final double DEVIATIONS = 2.5;

        private final Timeline line;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        private Sparkline(Timeline line) {
            this.line = line;
            for (Segment segment : line.segments()) {
                low = Math.min(low, segment.level() - DEVIATIONS * segment.deviation());
                high = Math.max(high, segment.level() + DEVIATIONS * segment.deviation());
            }
        }

        static String svg(Timeline line) {
            return new Sparkline(line).svg();
        }

        private String svg() {
            StringBuilder dots = new StringBuilder();
            int step = Math.max(1, line.points().size() / (int) WIDTH);
            for (int i = line.points().size() - 1; i >= 0; i -= step) {
                double log = Math.log(line.points().get(i).median());
                dots.append("M" + x(i + 0.5) + " " + y(log) + "h0");
            }
            StringBuilder levels = new StringBuilder();
            for (Segment segment : line.segments()) {
                levels.append("M" + x(segment.from()) + " " + y(segment.level()) + "H" + x(segment.to()));
            }
            StringBuilder changes = new StringBuilder();
            line.changes().stream()
                    .filter(Change::isAlarm)
                    .forEach(change -> changes.append("M" + x(change.place().at()) + " 0v" + number(HEIGHT)));
            return "<svg class=\"spark\" viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT)
                    + "\" aria-hidden=\"true\">"
                    + path("s-grid", "", changes) + path("s-c1", " stroke-linecap=\"round\" stroke-width=\"1.8\"", dots)
                    + path("s-c3", " stroke-width=\"1.8\"", levels) + "</svg>";
        }

        private static String path(String ink, String style, StringBuilder d) {
            return d.isEmpty() ? "" : "<path class=\"" + ink + "\" fill=\"none\"" + style + " d=\"" + d + "\"></path>";
        }

        private String x(double place) {
            return number(WIDTH * place / line.points().size());
        }

        private String y(double log) {
            double share = high > low ? (Math.min(Math.max(log, low), high) - low) / (high - low) : 0.5;
            return number(INSET + (HEIGHT - 2 * INSET) * (1 - share));
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
