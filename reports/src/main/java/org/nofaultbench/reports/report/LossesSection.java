// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.stats.Verdict;

/** Where does each strategy lose? A reviewer looks for it, so it is said before being asked. */
final class LossesSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        Map<String, List<Sentence>> losses = new LinkedHashMap<>();
        analysis.compared().stream()
                .filter(cell -> cell.comparison().orElseThrow().verdict() == Verdict.SLOWER)
                .forEach(cell -> losses.computeIfAbsent(Palette.nameOf(cell), name -> new ArrayList<>())
                        .add(loss(cell)));
        List<Table.Row> rows = new ArrayList<>();
        losses.forEach((name, where) -> rows.add(Table.Row.mixed(name, Sentence.list("; ", where))));
        return List.of(new Content(
                "losses",
                "Where it loses",
                rows.isEmpty()
                        ? "No comparison is SLOWER. Those that are UNDECIDED or TOO FEW may still be."
                        : "Every comparison that is SLOWER than its baseline, with its ratio. Those that are UNDECIDED or TOO FEW may be, too.",
                rows.isEmpty() ? List.of() : List.of(new Table("", "strategy", List.of("slower at"), rows))));
    }

    private static Sentence loss(CellResult cell) {
        String parameters = String.join(" ", cell.cell().parameters().values());
        Value ratio = Value.ratio(cell);
        return Sentence.join(
                cell.cell().benchmark() + "." + cell.cell().workload() + (parameters.isEmpty() ? "" : " " + parameters),
                " ",
                ratio.printed(Numbers.ratio(ratio.value()) + "\u00d7"));
    }
}
