// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.section.Entry;
import org.nofaultbench.reports.section.Numbers;
import org.nofaultbench.reports.section.Scale;
import org.nofaultbench.reports.section.Table;
import org.nofaultbench.reports.stats.Estimate;

/** Tables with the figures of both kernels, A without the patch and B with it, side by side. */
final class TwoRuns {

    private final Map<String, CellResult> unpatched = new LinkedHashMap<>();

    TwoRuns(Analysis unpatched) {
        unpatched.cells().forEach(cell -> this.unpatched.put(cell.cell().id(), cell));
    }

    /** The rows of a panel of B that A has, too; nothing where there is none. */
    Optional<Table> times(Panel panel, String corner, Scale scale) {
        List<CellResult> rows = panel.cells().stream().filter(cell -> isInBoth(cell) && Dossier.isTime(cell)).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(panel.title() + ", time of one in " + scale.unit(), corner,
                List.of("A, unpatched", "B, patched"), rows.stream().map(cell -> row(cell, scale)).toList()));
    }

    private Table.Row row(CellResult cell, Scale scale) {
        return new Table.Row(cell.rowName(), cell.standIn(), List.of(
                time(unpatched.get(cell.cell().id()).figure().orElseThrow(), scale), time(cell.figure().orElseThrow(), scale)));
    }

    private static Entry time(Estimate figure, Scale scale) {
        return new Entry.Text(scale.format(figure.median()) + " " + Numbers.deviation(figure));
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

    private boolean isInBoth(CellResult cell) {
        CellResult other = unpatched.get(cell.cell().id());
        return other != null && !other.figures().isEmpty() && !cell.figures().isEmpty()
                && other.cell().unit().equals(cell.cell().unit());
    }
}
