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
                reading());
    }

    private String lead() {
        long changed = history.cells().stream()
                .filter(cell -> !cell.lastAlarm().isEmpty())
                .count();
        if (history.cells().stream().flatMap(CellHistory::timelines).allMatch(Timeline::isTooShort)) {
            return "Too few runs to say what changed: "
                    + Plural.of(history.runs().size(), "run", "runs") + ", and a change needs at least "
                    + ChangePoints.FEWEST + ", " + ChangePoints.SHORTEST + " on either side.";
        }
        if (changed == 0) {
            return "No change was found that goes with a new build or a change of the machine, in "
                    + Plural.of(history.cells().size(), "cell", "cells") + ".";
        }
        HistoryRun last = history.runs().stream()
                .filter(run -> run.folder().equals(history.cells().get(0).lastAlarm()))
                .findFirst()
                .orElseThrow();
        return changed + " of " + Plural.of(history.cells().size(), "cell", "cells") + " changed, the last on "
                + HistoryText.day(last) + " at commit " + HistoryText.commit(last) + ".";
    }

    private String subtitle() {
        List<HistoryRun> runs = history.runs();
        return Plural.of(runs.size(), "run", "runs") + " of "
                + Plural.of(history.cells().size(), "cell", "cells") + ", from "
                + HistoryText.day(runs.get(0)) + " to " + HistoryText.day(runs.get(runs.size() - 1)) + ", on "
                + HistoryText.list(
                        history.machines().stream().map(Printable::brief).toList());
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        long doubtful = history.runs().stream()
                .filter(run -> run.figures().status() != RunStatus.OK)
                .count();
        if (doubtful > 0) {
            notices.add(Plural.of((int) doubtful, "run is", "runs are") + " FAIL or UNFINISHED: "
                    + "their figures are drawn as rings" + " and take part, since no single run can make a change.");
        }
        history.leftOut().forEach(line -> notices.add("Left out: " + line));
        return notices;
    }

    private PageView.Row row(CellHistory cell) {
        double now = latest(cell.figure());
        Scale scale = Scale.ofTimes(cell.key().unit(), List.of(now));
        Optional<Double> ratio = cell.ratio().map(OverviewBuilder::latest);
        Optional<Shown> shown = shown(cell);
        return new PageView.Row(
                PageName.of(cell.key()),
                Printable.brief(cell.key().cell()),
                Printable.brief(cell.key().machine()),
                cell.standIn(),
                Sparkline.of(shown.map(Shown::line).orElse(cell.figure())),
                scale.format(now) + " " + Printable.brief(scale.unit()),
                Double.toString(now),
                ratio.map(of -> Numbers.ratio(of) + "\u00d7").orElse(""),
                ratio.map(of -> Double.toString(of)).orElse("0"),
                badge(cell, shown),
                shown.map(Shown::what).orElse(""),
                shown.map(of -> Double.toString(Math.log(of.change().factor()))).orElse("0"),
                shown.map(of -> HistoryText.day(of.run())).orElse(""),
                Integer.toString(order(shown)),
                shown.map(of -> HistoryText.cause(of.change())).orElse(""),
                noise(cell.figure()),
                Double.toString(cell.figure().noise()),
                cell.figure().points().size());
    }

    /** The deviation of three runs says nothing of the noise. */
    private static String noise(Timeline line) {
        return line.isTooShort() ? "" : Numbers.percent(line.noise());
    }

    /** A change in the overview. */
    private record Shown(Timeline line, Change change, boolean isRatio) {

        HistoryRun run() {
            return line.runAt(change);
        }

        String what() {
            return HistoryText.size(change.factor()) + (isRatio ? " ratio" : " time");
        }
    }

    /** The last alarm of either timeline, the time's where both were raised at once; without one the last change of any kind. */
    private static Optional<Shown> shown(CellHistory cell) {
        List<Shown> all = new ArrayList<>();
        cell.ratio().ifPresent(line -> line.changes().forEach(change -> all.add(new Shown(line, change, true))));
        cell.figure().changes().forEach(change -> all.add(new Shown(cell.figure(), change, false)));
        return all.stream()
                .max(Comparator.<Shown, Boolean>comparing(of -> of.change().isAlarm())
                        .thenComparing(of -> of.run().folder())
                        .thenComparing(of -> !of.isRatio()));
    }

    private int order(Optional<Shown> shown) {
        return shown.map(of -> history.runs().indexOf(of.run())
                        + (of.change().isAlarm() ? history.runs().size() : 0))
                .orElse(-1);
    }

    private static PageView.Badge badge(CellHistory cell, Optional<Shown> shown) {
        if (cell.timelines().allMatch(Timeline::isTooShort)) {
            return new PageView.Badge("TOO FEW RUNS", "too-few");
        }
        return shown.map(of -> new PageView.Badge(HistoryText.badge(of.change()), HistoryText.badgeKind(of.change())))
                .orElseGet(() -> new PageView.Badge("none found", "no-ratio"));
    }

    private static double latest(Timeline line) {
        return line.points().get(line.points().size() - 1).estimate().median();
    }

    private static List<String> reading() {
        return List.of(
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
        private final double low;
        private final double high;

        private Sparkline(Timeline line) {
            this.line = line;
            this.low = line.segments().stream()
                    .mapToDouble(of -> of.level() - DEVIATIONS * of.deviation())
                    .min()
                    .orElse(0);
            this.high = line.segments().stream()
                    .mapToDouble(of -> of.level() + DEVIATIONS * of.deviation())
                    .max()
                    .orElse(0);
        }

        static String of(Timeline line) {
            return new Sparkline(line).svg();
        }

        private String svg() {
            StringBuilder dots = new StringBuilder();
            int step = Math.max(1, line.points().size() / (int) WIDTH);
            for (int i = line.points().size() - 1; i >= 0; i -= step) {
                dots.append("M")
                        .append(x(i + 0.5))
                        .append(' ')
                        .append(y(Math.log(line.points().get(i).estimate().median())))
                        .append("h0");
            }
            StringBuilder levels = new StringBuilder();
            for (Segment segment : line.segments()) {
                levels.append("M")
                        .append(x(segment.from()))
                        .append(' ')
                        .append(y(segment.level()))
                        .append('H')
                        .append(x(segment.to()));
            }
            StringBuilder changes = new StringBuilder();
            line.changes().stream()
                    .filter(Change::isAlarm)
                    .forEach(change -> changes.append("M")
                            .append(x(change.place().at()))
                            .append(" 0v")
                            .append(number(HEIGHT)));
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
