// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.Site.PageName;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.reports.stats.change.Segment;

/** Turns a history into what the overview's template wants. */
final class OverviewBuilder {

    private static final List<String> READING = List.of(
            "A change is a level that at least " + ChangePoints.SHORTEST
                    + " runs in a row share and that differs from the level"
                    + " before: a single run, however far off, is none. Of series that do not change about one in a hundred shows"
                    + " a change all the same, and of steps as large as twice the noise nearly all are found"
                    + " (results/change-points has the table).",
            "Times and their ratios to the baseline are both searched. A ratio is formed within a round, where what the machine"
                    + " does to one it does to the other; so it is less noisy, and a change of the time that the ratio does not"
                    + " share is the machine's or the baseline's.",
            "An alarm is a change where the library (for loops in Java the commit) or a fact of the machine changed too. Where"
                    + " both stayed the same there is nothing that could have caused it and that anybody could mend; it is shown"
                    + " without colour.",
            "Noise is the deviation of the runs about the present level.");

    private final History history;

    OverviewBuilder(History history) {
        this.history = history;
    }

    PageView.Overview view(PageView.Frame frame) {
        return new PageView.Overview(
                frame,
                lead(),
                subtitle(),
                notices(),
                history.machines().size() > 1,
                history.cells().stream().map(this::row).toList(),
                PageView.MachineRow.of(history.machineChanges()),
                READING);
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
                .forEach(
                        machine -> notices.add(
                                "Facts of " + Printable.brief(machine)
                                        + " go back and forth, as those of several machines under one name do: name each with --machine."));
        history.leftOut().forEach(line -> notices.add("Left out: " + line));
        return notices;
    }

    /** A change in the overview. */
    private record Shown(Timeline line, Change change, boolean isRatio) {

        int order() {
            return line.after(change).order();
        }
    }

    private PageView.Row row(CellHistory cell) {
        Timeline line = cell.figure();
        double now = line.last().estimate().median();
        Scale scale = Scale.ofTimes(cell.key().unit(), List.of(now));
        Optional<Double> ratio =
                cell.ratio().map(ratios -> ratios.last().estimate().median());
        Optional<Shown> shown = shown(cell);
        Optional<Change> change = shown.map(Shown::change);
        return new PageView.Row(
                PageName.of(cell.key()),
                Printable.brief(cell.key().cell()),
                Printable.brief(cell.key().machine()),
                cell.standIn(),
                Sparkline.of(shown.map(Shown::line).orElse(line)),
                scale.format(now) + " " + Printable.brief(scale.unit()),
                Double.toString(now),
                ratio.map(value -> Numbers.ratio(value) + "\u00d7").orElse(""),
                ratio.map(value -> Double.toString(value)).orElse("0"),
                badge(cell, change),
                shown.map(last -> HistoryText.size(last.change().factor()) + (last.isRatio() ? " ratio" : " time"))
                        .orElse(""),
                change.map(last -> Double.toString(Math.log(last.factor()))).orElse("0"),
                shown.map(last -> HistoryText.day(history.runs().get(last.order())))
                        .orElse(""),
                Integer.toString(shown.map(last -> last.order()
                                + (last.change().isAlarm() ? history.runs().size() : 0))
                        .orElse(CellHistory.NEVER)),
                change.map(HistoryText::cause).orElse(""),
                // The deviation of three runs says nothing of the noise.
                line.isTooShort() ? "" : Numbers.percent(line.noise()),
                Double.toString(line.noise()),
                line.points().size(),
                line.last().order() < lastOf(cell.key().machine()));
    }

    private int lastOf(String machine) {
        int last = history.runs().size() - 1;
        while (!history.runs().get(last).machine().equals(machine)) {
            last--;
        }
        return last;
    }

    /** The last alarm of either timeline, the time's where both were raised at once; without one the last change of any kind. */
    private static Optional<Shown> shown(CellHistory cell) {
        List<Shown> all = new ArrayList<>();
        cell.ratio().ifPresent(line -> line.changes().forEach(change -> all.add(new Shown(line, change, true))));
        cell.figure().changes().forEach(change -> all.add(new Shown(cell.figure(), change, false)));
        return all.stream()
                .max(Comparator.<Shown, Boolean>comparing(
                                shown -> shown.change().isAlarm())
                        .thenComparing(Shown::order)
                        .thenComparing(shown -> !shown.isRatio()));
    }

    private static PageView.Badge badge(CellHistory cell, Optional<Change> shown) {
        return cell.timelines().allMatch(Timeline::isTooShort)
                ? new PageView.Badge("TOO FEW RUNS", "too-few")
                : shown.map(PageView.Badge::of).orElseGet(() -> new PageView.Badge("none found", "no-ratio"));
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

        static String of(Timeline line) {
            return new Sparkline(line).svg();
        }

        private String svg() {
            StringBuilder dots = new StringBuilder();
            int step = Math.max(1, line.points().size() / (int) WIDTH);
            for (int i = line.points().size() - 1; i >= 0; i -= step) {
                double log = Math.log(line.points().get(i).estimate().median());
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
