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
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.stats.Verdict;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** The page that leads to all cells: what changed last, and where the machine changed. */
record OverviewPage(History history) {

    private static final List<Block> READING = List.of(
            new Prose("A change is a new level that lasts at least " + ChangePoints.SHORTEST
                    + " runs; single outliers are ignored. About 1% of the series without a change show one, and nearly all"
                    + " steps of twice the noise are found."),
            new Prose("Times and their ratios to the baseline are both searched. A ratio is formed within a round and"
                    + " varies less, because the machine affects both cells alike. A change of the time alone comes from"
                    + " the machine or the baseline."),
            new Prose(
                    "An alarm is a change at which the library (for loops in Java: the commit) or a fact of the machine"
                            + " changed, too. Other changes have no known cause and are shown without colour."),
            new Prose("Noise is the standard deviation of the runs around the present level."));

    Report report() {
        List<Content> contents = new ArrayList<>();
        contents.add(new Content(
                "cells",
                "Cells",
                "What changed last comes first. Each name opens the cell\u2019s page with its charts, its changes and"
                        + " its runs.",
                List.of(cells())));
        contents.addAll(machineSection(
                history.machineChanges(),
                "Between these runs and the ones before them. Charts show them as numbered dashed lines."));
        contents.add(new Content("reading", "How to read it", "", READING));
        return Report.ofManyRuns(
                "History",
                "How the figures changed from run to run",
                List.of(Sentence.join(lead())),
                subtitle(),
                notices(),
                contents);
    }

    /** The section of the machines' changes; nothing where there are none. */
    static List<Content> machineSection(List<MachineChange> changes, String explanation) {
        Table table = Table.of("", "number", changes, (MachineChange change) -> Integer.toString(change.number()))
                .column("when", change -> day(change.after()))
                .column("first run", change -> HistoryText.id(change.after()))
                .column("machine", change -> Printable.brief(change.after().machine()))
                .column("what changed", change -> String.join("; ", change.facts()))
                .table();
        return Content.unlessEmpty(
                "machine", "Changes of the machine", explanation, changes.isEmpty() ? List.of() : List.of(table));
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

    private Table cells() {
        List<CellRow> rows = history.cells().stream().map(CellRow::new).toList();
        Table.Builder<CellRow> table = Table.of(
                        "", "cell", rows, (CellRow row) -> row.key().cell())
                .standIn(row -> row.cell.standIn())
                .page(row -> Site.page(row.key()));
        if (history.machines().size() > 1) {
            table.column("machine", row -> Printable.brief(row.key().machine()));
        }
        return table.column("over time", CellRow::spark)
                .column("last change", CellRow::verdict)
                .column("when", row -> row.text(dated -> day(dated.first().run())))
                .column("with it changed", row -> row.text(dated -> HistoryText.cause(dated.change())))
                .column("time now", CellRow::time)
                .column("ratio now", CellRow::ratio)
                // The deviation of three runs says nothing of the noise.
                .column(
                        "noise",
                        row -> row.line().isTooShort()
                                ? ""
                                : HistoryText.percent(
                                        row.key(), "noise", row.line().noise()))
                .column("runs", this::runs)
                .table();
    }

    private Sentence runs(CellRow row) {
        Value runs = Value.count(
                HistoryText.origin(row.key(), "runs"), row.line().points().size());
        return row.line().last().order() < lastOf(row.key().machine())
                ? Sentence.join(runs, ", not in the last run")
                : Sentence.join(runs);
    }

    private int lastOf(String machine) {
        return IntStream.range(0, history.runs().size())
                .filter(order -> history.runs().get(order).machine().equals(machine))
                .max()
                .orElseThrow();
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
        Entry spark() {
            boolean ofRatio = latest.isPresent() && latest.get().of().equals(CellHistory.RATIO);
            Timeline shown = ofRatio ? cell.ratio().orElseThrow() : cell.figure();
            String name = ofRatio ? CellHistory.RATIO : CellHistory.TIME;
            return new Entry.Spark(new TimelineChart(name, name, name, shown, Scale.ofRatios()).ofAlarms());
        }

        String text(Function<DatedChange, String> text) {
            return latest.map(text).orElse("");
        }

        Value time() {
            double now = line().last().median();
            Scale scale = Scale.ofTimes(key().unit(), List.of(now));
            return Value.plain(
                    HistoryText.origin(key(), "time now"),
                    now,
                    key().unit(),
                    scale.format(now) + " " + Printable.brief(scale.unit()));
        }

        Optional<Value> ratio() {
            return cell.ratio()
                    .map(ratios -> ratios.last().median())
                    .map(now -> Value.plain(
                            HistoryText.origin(key(), "ratio now"), now, "", Numbers.ratio(now) + "\u00d7"));
        }

        Entry verdict() {
            return cell.timelines().allMatch(Timeline::isTooShort)
                    ? new Entry.Marked("TOO FEW RUNS", Verdict.TOO_FEW, Sentence.EMPTY)
                    : latest.map(dated -> HistoryText.marked(key(), dated, " " + dated.of()))
                            .orElseGet(() -> new Entry.Text("none found"));
        }
    }
}
