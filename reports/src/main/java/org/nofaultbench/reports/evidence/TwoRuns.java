// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

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
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.RunJudgement;

/** Tables with the figures of both kernels, A without the patch and B with it, side by side. */
final class TwoRuns {

    private final Map<String, CellResult> unpatched = new LinkedHashMap<>();

    TwoRuns(Analysis unpatched) {
        unpatched.cells().forEach(cell -> this.unpatched.put(cell.cell().id(), cell));
    }

    /** The rows of a panel of B that A has, too, with their judged ratio; nothing where there is none. */
    Optional<Table> times(Panel panel, String corner, Scale scale, KernelRatios ratios) {
        List<Table.Row> rows = panel.cells().stream()
                .filter(ratios::has)
                .map(cell -> row(cell, scale, ratios))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        panel.title() + ", time of one in " + scale.unit(),
                        corner,
                        List.of("A", "B", "B/A", "95% interval", "verdict"),
                        rows));
    }

    /** Without what each side varies by: the interval of the ratio says it, and 75 columns hold no more. */
    private static Table.Row row(CellResult cell, Scale scale, KernelRatios ratios) {
        RunJudgement judgement = ratios.of(cell);
        Value ratio = Value.estimate(
                        Origin.ofCell(Statistic.KERNEL_RATIO, ratios.unit(), cell),
                        judgement.ratio(),
                        "",
                        Numbers.ratio(judgement.ratio().median()))
                .with(judgement.verdict());
        return new Table.Row(
                cell.rowName(),
                cell.standIn(),
                Table.Row.mixed(
                                "",
                                median(cell, "A " + ratios.unit(), ratios.before(cell), scale),
                                median(cell, "B " + ratios.unit(), ratios.after(cell), scale),
                                ratio,
                                ratio.interval()
                                        .map(ends -> Numbers.ratio(ends.low()) + " to " + Numbers.ratio(ends.high()))
                                        .orElse("n=" + ratio.n()),
                                Entry.signed(judgement.verdict(), judgement.lean()))
                        .entries());
    }

    private static Value median(CellResult cell, String side, double median, Scale scale) {
        return Value.plain(
                Origin.ofCell(Statistic.KERNEL_MEDIAN, side, cell), median, cell.unit(), scale.format(median));
    }

    /** Counts repeat themselves, so that their quotient needs no interval; a row that one kernel cannot run has one figure. */
    Table counts(Panel panel, String corner) {
        return new Table(
                panel.title() + ", instructions",
                corner,
                List.of("A, unpatched", "B, patched", "B/A"),
                panel.cells().stream().map(this::countRow).toList());
    }

    private Table.Row countRow(CellResult cell) {
        Optional<CellResult> other =
                Optional.ofNullable(unpatched.get(cell.cell().id()));
        Optional<Double> before = other.flatMap(CellResult::figure).map(Estimate::median);
        Optional<Double> after = cell.figure().map(Estimate::median);
        Object quotient = before.flatMap(a -> after.map(b -> (Object) Value.plain(
                        Origin.ofCell(Statistic.KERNEL_RATIO, "count", cell), b / a, "", Numbers.ratio(b / a))))
                .orElse("-");
        return new Table.Row(
                cell.rowName(),
                cell.standIn(),
                Table.Row.mixed("", count(other, "A"), count(Optional.of(cell), "B"), quotient)
                        .entries());
    }

    private static Entry count(Optional<CellResult> cell, String side) {
        return cell.flatMap(CellResult::figure)
                .<Entry>map(figure -> new Entry.Text(count(cell.get(), side, figure.median())))
                .orElseGet(() -> cell.map(Entry::absent).orElseGet(() -> new Entry.Text("-")));
    }

    /** A count of instructions; the side is the kernel where there are two, and empty where there is one. */
    static Value count(CellResult cell, String side, double count) {
        return Value.plain(
                side.isEmpty()
                        ? Origin.ofCell(Statistic.MEDIAN, cell)
                        : Origin.ofCell(Statistic.KERNEL_MEDIAN, side + " count", cell),
                count,
                cell.unit(),
                Numbers.significant(count));
    }
}
