// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.ForkRecord;

/** What has no figure here, and why? */
final class SkippedSection implements Section {

    private static final String ID = "skipped";
    private static final String TITLE = "Skipped and failed";

    @Override
    public Content of(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        List<Table.Row> absent = absent(analysis);
        if (!absent.isEmpty()) {
            blocks.add(new Table("rows without a figure", "strategy", List.of("state", "where", "reason"), absent));
        }
        List<Table.Row> failed = analysis.cells().stream().flatMap(cell -> cell.failed().stream())
                .map(SkippedSection::failure).toList();
        if (!failed.isEmpty()) {
            blocks.add(new Table("failed forks", "cell", List.of("round", "reason"), failed));
        }
        return Content.of(ID, TITLE, blocks.isEmpty() ? "Nothing was skipped and no fork failed."
                : "A row without a figure keeps its place in every table. Failed forks are counted, never repeated silently.",
                blocks);
    }

    /** Cells that miss for the same reason share a row, or a skipped strategy would fill a page. */
    private static List<Table.Row> absent(Analysis analysis) {
        Map<Why, Set<String>> where = new LinkedHashMap<>();
        for (CellResult cell : analysis.cells()) {
            cell.absence().ifPresent(absence -> where
                    .computeIfAbsent(new Why(cell.rowName(), cell.standIn(), absence), why -> new LinkedHashSet<>())
                    .add(cell.cell().benchmark() + "." + cell.cell().workload()));
        }
        return where.entrySet().stream().map(entry -> entry.getKey().row(entry.getValue())).toList();
    }

    private record Why(String rowName, boolean standIn, Absence absence) {

        Table.Row row(Set<String> where) {
            List<Entry> entries = List.of(new Entry.Text(absence.kind().name()), new Entry.Text(String.join(", ", where)),
                    new Entry.Text(absence.reason()));
            return new Table.Row(rowName, standIn, entries);
        }
    }

    private static Table.Row failure(ForkRecord fork) {
        return Table.Row.of(fork.cell(), Integer.toString(fork.round()), fork.error());
    }
}
