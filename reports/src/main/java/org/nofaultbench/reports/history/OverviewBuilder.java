// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** Turns a history into what the overview's template wants. */
final class OverviewBuilder {

    private final History history;

    OverviewBuilder(History history) {
        this.history = history;
    }

    SiteView.Overview view(SiteView.Frame frame) {
        return new SiteView.Overview(frame, lead(), subtitle(), notices(), history.machines().size() > 1,
                history.cells().stream().map(this::row).toList(), MachineRows.of(history.machineChanges()), reading());
    }

    private String lead() {
        long changed = history.cells().stream().filter(cell -> !cell.lastAlarm().isEmpty()).count();
        if (history.cells().stream().flatMap(CellHistory::timelines).allMatch(Timeline::isTooShort)) {
            return "Too few runs to say what changed: " + Plural.of(history.runs().size(), "run", "runs")
                    + ", and a change needs at least " + ChangePoints.FEWEST + ", " + ChangePoints.SHORTEST + " on either side.";
        }
        if (changed == 0) {
            return "No change was found that goes with a new build or a change of the machine, in "
                    + Plural.of(history.cells().size(), "cell", "cells") + ".";
        }
        HistoryRun last = history.runs().stream()
                .filter(run -> run.folder().equals(history.cells().get(0).lastAlarm()))
                .findFirst()
                .orElseThrow();
        return changed + " of " + Plural.of(history.cells().size(), "cell", "cells") + " changed, the last on " + Words.day(last)
                + " at commit " + Words.commit(last) + ".";
    }

    private String subtitle() {
        List<HistoryRun> runs = history.runs();
        return Plural.of(runs.size(), "run", "runs") + " of " + Plural.of(history.cells().size(), "cell", "cells") + ", from "
                + Words.day(runs.get(0)) + " to " + Words.day(runs.get(runs.size() - 1)) + ", on "
                + Words.list(history.machines().stream().map(Printable::brief).toList());
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        long doubtful = history.runs().stream().filter(run -> run.figures().status() != RunStatus.OK).count();
        if (doubtful > 0) {
            notices.add(Plural.of((int) doubtful, "run is", "runs are") + " FAIL or UNFINISHED: " + "their figures are drawn as rings"
                    + " and take part, since no single run can make a change.");
        }
        history.leftOut().forEach(line -> notices.add("Left out: " + line));
        return notices;
    }

    private SiteView.Row row(CellHistory cell) {
        double now = latest(cell.figure());
        Scale scale = Scale.ofTimes(cell.key().unit(), List.of(now));
        Optional<Double> ratio = cell.ratio().map(OverviewBuilder::latest);
        Optional<Shown> shown = shown(cell);
        return new SiteView.Row(PageName.of(cell.key()), Printable.brief(cell.key().cell()), Printable.brief(cell.key().machine()),
                cell.standIn(), Sparkline.of(shown.map(Shown::line).orElse(cell.figure())),
                scale.format(now) + " " + Printable.brief(scale.unit()), Double.toString(now),
                ratio.map(of -> Numbers.ratio(of) + "\u00d7").orElse(""), ratio.map(of -> Double.toString(of)).orElse("0"),
                badge(cell, shown), shown.map(Shown::what).orElse(""),
                shown.map(of -> Double.toString(Math.log(of.change().factor()))).orElse("0"),
                shown.map(of -> Words.day(of.run())).orElse(""), Integer.toString(order(shown)),
                shown.map(of -> Words.cause(of.change())).orElse(""), noise(cell.figure()),
                Double.toString(cell.figure().noise()), cell.figure().points().size());
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
            return Words.size(change.factor()) + (isRatio ? " ratio" : " time");
        }
    }

    /** The last alarm of either timeline, the time's where both were raised at once; without one the last change of any kind. */
    private static Optional<Shown> shown(CellHistory cell) {
        List<Shown> all = new ArrayList<>();
        cell.ratio().ifPresent(line -> line.changes().forEach(change -> all.add(new Shown(line, change, true))));
        cell.figure().changes().forEach(change -> all.add(new Shown(cell.figure(), change, false)));
        return all.stream().max(Comparator.<Shown, Boolean>comparing(of -> of.change().isAlarm())
                .thenComparing(of -> of.run().folder())
                .thenComparing(of -> !of.isRatio()));
    }

    private int order(Optional<Shown> shown) {
        return shown.map(of -> history.runs().indexOf(of.run()) + (of.change().isAlarm() ? history.runs().size() : 0)).orElse(-1);
    }

    private static SiteView.Badge badge(CellHistory cell, Optional<Shown> shown) {
        if (cell.timelines().allMatch(Timeline::isTooShort)) {
            return new SiteView.Badge("TOO FEW RUNS", "too-few");
        }
        return shown.map(of -> new SiteView.Badge(Words.badge(of.change()), Words.badgeKind(of.change())))
                .orElseGet(() -> new SiteView.Badge("none found", "no-ratio"));
    }

    private static double latest(Timeline line) {
        return line.points().get(line.points().size() - 1).estimate().median();
    }

    private static List<String> reading() {
        return List.of(
                "A change is a level that at least " + ChangePoints.SHORTEST + " runs in a row share and that differs from the level"
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
}
