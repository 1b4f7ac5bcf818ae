// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.StrategyEntry;

/** What has no figure here, and why? The tables leave it out. */
final class SkippedSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        List<Table.Row> absent = absent(analysis);
        if (!absent.isEmpty()) {
            blocks.add(new Table("rows without a figure", "strategy", List.of("state", "where", "reason"), absent));
        }
        List<Table.Row> failed = analysis.cells().stream()
                .flatMap(cell -> cell.failed().stream())
                .map(fork -> Table.Row.of(fork.cell(), Integer.toString(fork.round()), fork.error()))
                .toList();
        if (!failed.isEmpty()) {
            blocks.add(new Table("failed forks", "cell", List.of("round", "reason"), failed));
        }
        return List.of(new Content(
                "skipped",
                "Skipped and failed",
                blocks.isEmpty()
                        ? "Nothing was skipped and no fork failed."
                        : "Skipped rows are left out of the tables. Failed forks are counted, never repeated silently. What the preset does"
                                + " not measure is not listed.",
                blocks));
    }

    private record Why(String rowName, boolean standIn, Absence absence) {}

    /** Cells that miss for the same reason share a row; what holds for a whole strategy stands once without the places. */
    private static List<Table.Row> absent(Analysis analysis) {
        Map<Why, Set<String>> where = new LinkedHashMap<>();
        for (CellResult cell : analysis.cells()) {
            if (!cell.cell().isNotAsked()) {
                cell.absence()
                        .ifPresent(absence -> where.computeIfAbsent(
                                        new Why(cell.rowName(), cell.standIn(), absence), why -> new LinkedHashSet<>())
                                .add(cell.cell().benchmark() + "." + cell.cell().workload()));
            }
        }
        Set<String> wholly = analysis.run().manifest().strategies().stream()
                .filter(StrategyEntry::skipped)
                .map(StrategyEntry::id)
                .collect(Collectors.toSet());
        List<Table.Row> rows = new ArrayList<>();
        where.forEach((why, places) -> rows.add(new Table.Row(
                why.rowName(),
                why.standIn(),
                Table.Row.of(
                                "",
                                why.absence().kind().name(),
                                wholly.contains(why.rowName()) ? "everywhere" : String.join(", ", places),
                                why.absence().reason())
                        .entries())));
        return rows;
    }
}
