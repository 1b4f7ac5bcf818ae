// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Verdict;

/** Where does each strategy lose? A reviewer looks for it, so it is said before being asked. */
final class LossesSection implements Section {

    @Override
    public Content of(Analysis analysis) {
        Map<String, List<String>> losses = new LinkedHashMap<>();
        for (CellResult cell : analysis.compared()) {
            Comparison comparison = cell.comparison().orElseThrow();
            if (comparison.verdict() == Verdict.SLOWER) {
                losses.computeIfAbsent(Palette.nameOf(cell), name -> new ArrayList<>()).add(words(cell, comparison));
            }
        }
        List<Table.Row> rows = losses.entrySet().stream()
                .map(entry -> Table.Row.of(entry.getKey(), String.join("; ", entry.getValue())))
                .toList();
        return Content.of("losses", "Where it loses", rows.isEmpty()
                ? "No comparison is SLOWER. Those that are UNDECIDED or TOO FEW may still be."
                : "Every comparison that is SLOWER than its baseline, with its ratio. Those that are UNDECIDED or TOO FEW may"
                        + " be, too.",
                rows.isEmpty() ? List.of() : List.of(new Table("", "strategy", List.of("slower at"), rows)));
    }

    private static String words(CellResult cell, Comparison comparison) {
        String parameters = String.join(" ", cell.cell().parameters().values());
        return cell.cell().benchmark() + "." + cell.cell().workload() + (parameters.isEmpty() ? "" : " " + parameters) + " "
                + Numbers.ratio(comparison.ratio().median()) + "\u00d7";
    }
}
