// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Direction;
import org.nofaultbench.reports.stats.RunJudgement;
import org.nofaultbench.reports.stats.Verdict;

/** Tables with the figures of both kernels, A without the patch and B with it, side by side. */
final class TwoRuns {

    private final Map<String, CellResult> unpatched = new LinkedHashMap<>();

    TwoRuns(Analysis unpatched) {
        unpatched.cells().forEach(cell -> this.unpatched.put(cell.cell().id(), cell));
    }

    /** The rows of a panel of B that A has, too, with their judged ratio; nothing where there is none. */
    Optional<Table> times(Panel panel, String corner, Scale scale, KernelRatios ratios) {
        List<Table.Row> rows = panel.cells().stream().filter(ratios::has).map(cell -> row(cell, scale, ratios)).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(panel.title() + ", time of one in " + scale.unit(), corner,
                List.of("A", "B", "B/A", "95% interval", "verdict"), rows));
    }

    /** Without what each side varies by: the interval of the ratio says it, and 75 columns hold no more. */
    private static Table.Row row(CellResult cell, Scale scale, KernelRatios ratios) {
        RunJudgement judgement = ratios.of(cell);
        return new Table.Row(cell.rowName(), cell.standIn(), List.of(new Entry.Text(scale.format(ratios.before(cell))),
                new Entry.Text(scale.format(ratios.after(cell))), new Entry.Text(Numbers.ratio(judgement.ratio().median())),
                new Entry.Text(interval(judgement.ratio())), new Entry.Text(verdict(judgement))));
    }

    private static String interval(Estimate ratio) {
        return ratio.interval()
                .map(of -> Numbers.ratio(of.low()) + " to " + Numbers.ratio(of.high()))
                .orElse("n=" + ratio.n());
    }

    /** With the sign that the judged tables of a text have for a lean. */
    private static String verdict(RunJudgement judgement) {
        if (judgement.verdict() != Verdict.UNDECIDED || judgement.lean() == Direction.NEITHER) {
            return judgement.verdict().label();
        }
        return judgement.verdict().label() + (judgement.lean() == Direction.SLOWER ? "+" : "-");
    }

    /** Counts repeat themselves, so that their quotient needs no interval; a row that one kernel cannot run has one figure. */
    Table counts(Panel panel, String corner) {
        return new Table(panel.title() + ", instructions", corner, List.of("A, unpatched", "B, patched", "B/A"),
                panel.cells().stream().map(this::countRow).toList());
    }

    private Table.Row countRow(CellResult cell) {
        Optional<CellResult> other = Optional.ofNullable(unpatched.get(cell.cell().id()));
        Optional<Double> before = other.flatMap(CellResult::figure).map(Estimate::median);
        Optional<Double> after = cell.figure().map(Estimate::median);
        List<Entry> entries = new ArrayList<>(List.of(count(other, before), count(Optional.of(cell), after)));
        entries.add(new Entry.Text(before.isPresent() && after.isPresent() ? Numbers.ratio(after.get() / before.get()) : "-"));
        return new Table.Row(cell.rowName(), cell.standIn(), entries);
    }

    private static Entry count(Optional<CellResult> cell, Optional<Double> median) {
        return median.<Entry>map(of -> new Entry.Text(Numbers.significant(of)))
                .orElseGet(() -> cell.flatMap(CellResult::absence).<Entry>map(Entry.Missing::new).orElseGet(() -> new Entry.Text("-")));
    }
}
