// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.nofaultbench.reports.history.HistoryText.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.PageView.Column;
import org.nofaultbench.reports.history.PageView.Content;
import org.nofaultbench.reports.history.PageView.Grid;
import org.nofaultbench.reports.history.PageView.Section;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** The page that leads to all cells: what changed last, and where the machine changed. */
record OverviewBuilder(History history) {

    private static final List<String> READING = List.of(
            "A change is a new level that lasts at least " + ChangePoints.SHORTEST
                    + " runs; single outliers are ignored. About 1% of the series without a change show one, and nearly all"
                    + " steps of twice the noise are found.",
            "Times and their ratios to the baseline are both searched. A ratio is formed within a round and varies less,"
                    + " because the machine affects both cells alike. A change of the time alone comes from the machine or"
                    + " the baseline.",
            "An alarm is a change at which the library (for loops in Java: the commit) or a fact of the machine changed,"
                    + " too. Other changes have no known cause and are shown without colour.",
            "Noise is the standard deviation of the runs around the present level.");

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
        return history.changedCells() + " of " + cells + " changed, the last on " + day(last) + " at commit "
                + HistoryText.commit(last) + ".";
    }

    private String subtitle() {
        List<HistoryRun> runs = history.runs();
        return Plural.of(runs.size(), "run", "runs") + " of "
                + Plural.of(history.cells().size(), "cell", "cells") + ", from "
                + day(runs.get(0)) + " to " + day(runs.get(runs.size() - 1)) + ", on "
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
                    + "their figures are drawn as rings and take part, because no single run makes a change.");
        }
        for (History.SharedChange change : history.sharedChanges()) {
            notices.add(change.changed() + " of " + Plural.of(change.cells(), "cell", "cells") + " on "
                    + Printable.brief(change.run().machine()) + " changed at once on " + day(change.run())
                    + ", by "
                    + HistoryText.size(change.factor())
                    + " in the median: first check the machine and what they share.");
        }
        history.mixedMachines()
                .forEach(machine -> notices.add("Facts of " + Printable.brief(machine)
                        + " go back and forth: several machines seem to share the name. Name each with --machine."));
        history.leftOut().forEach(line -> notices.add("Left out: " + line));
        return notices;
    }

    private Grid cells() {
        List<CellRow> rows = history.cells().stream().map(CellRow::new).toList();
        List<Column<CellRow>> columns = new ArrayList<>(List.of(
                new Column<>("cell", this::link),
                new Column<>("over time", row -> Content.drawing(Sparkline.svg(row.shown()))),
                new Column<>(
                        "last change",
                        null,
                        row -> row.latest
                                .map(dated -> Math.log(dated.change().factor()))
                                .orElse(0.0),
                        CellRow::verdict),
                new Column<>(
                        "when",
                        PageView.WHEN,
                        this::urgency,
                        row -> row.text(dated -> day(dated.first().run()))),
                new Column<>(
                        "with it changed",
                        PageView.BECAUSE,
                        row -> row.text(dated -> HistoryText.cause(dated.change()))),
                new Column<>("time now", PageView.WHEN, row -> row.line().last().median(), CellRow::figure),
                new Column<>(
                        "ratio now",
                        PageView.WHEN,
                        row -> row.ratio().orElse(0.0),
                        row -> row.ratio()
                                .map(value -> Numbers.ratio(value) + "\u00d7")
                                .orElse("")),
                // The deviation of three runs says nothing of the noise.
                new Column<>(
                        "noise",
                        PageView.WHEN,
                        row -> row.line().noise(),
                        row -> row.line().isTooShort()
                                ? ""
                                : Numbers.percent(row.line().noise())),
                new Column<>("runs", null, CellRow::runs, CellRow::runs)));
        if (history.machines().size() > 1) {
            columns.add(
                    1, new Column<>("machine", row -> Printable.brief(row.key().machine())));
        }
        return Grid.of("overview", rows, columns);
    }

    private Content link(CellRow row) {
        List<String> tags = new ArrayList<>();
        if (row.cell.standIn()) {
            tags.add("stand-in");
        }
        if (row.line().last().order() < lastOf(row.key().machine())) {
            tags.add("not in the last run");
        }
        return Content.link(Site.page(row.key()), Printable.brief(row.key().cell()), tags);
    }

    private int lastOf(String machine) {
        return IntStream.range(0, history.runs().size())
                .filter(order -> history.runs().get(order).machine().equals(machine))
                .max()
                .orElseThrow();
    }

    /** Alarms before other changes, the last first. */
    private int urgency(CellRow row) {
        return row.latest
                .map(dated -> dated.first().order()
                        + (dated.change().isAlarm() ? history.runs().size() : 0))
                .orElse(CellHistory.NEVER);
    }

    /**
     * A cell in the overview.
     *
     * @param latest the last alarm of either timeline, the time's where both were raised at once; without one the last change
     */
    private record CellRow(CellHistory cell, Optional<DatedChange> latest) {

        private static final Comparator<DatedChange> LATEST = Comparator.comparing(
                        (DatedChange dated) -> dated.change().isAlarm())
                .thenComparing(dated -> dated.first().order());

        CellRow(CellHistory cell) {
            this(cell, cell.changes().reduce(BinaryOperator.maxBy(LATEST)));
        }

        SeriesKey key() {
            return cell.key();
        }

        Timeline line() {
            return cell.figure();
        }

        /** The timeline that stands for the cell. */
        Timeline shown() {
            return latest.isPresent() && latest.get().of().equals(CellHistory.RATIO)
                    ? cell.ratio().orElseThrow()
                    : cell.figure();
        }

        String text(Function<DatedChange, String> text) {
            return latest.map(text).orElse("");
        }

        String figure() {
            double now = line().last().median();
            Scale scale = Scale.ofTimes(key().unit(), List.of(now));
            return scale.format(now) + " " + Printable.brief(scale.unit());
        }

        Optional<Double> ratio() {
            return cell.ratio().map(ratios -> ratios.last().median());
        }

        int runs() {
            return line().points().size();
        }

        Content verdict() {
            PageView.Badge badge = cell.timelines().allMatch(Timeline::isTooShort)
                    ? new PageView.Badge("TOO FEW RUNS", "too-few")
                    : latest.map(dated -> PageView.Badge.of(dated.change()))
                            .orElseGet(() -> new PageView.Badge("none found", "no-ratio"));
            String size = text(dated -> HistoryText.size(dated.change().factor()) + " " + dated.of());
            return Content.judged(badge, null, size);
        }
    }
}
