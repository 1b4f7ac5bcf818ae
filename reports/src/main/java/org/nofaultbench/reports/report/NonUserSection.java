// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** What do programs pay that use none of this? */
final class NonUserSection implements Section {

    private static final String ID = "non-users";
    private static final String TITLE = "Programs that use none of this";
    private static final String BENCHMARK = "NonUser";

    @Override
    public Content of(Analysis analysis) {
        List<Block> blocks = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.WORKLOAD)).stream()
                .<Block>map(NonUserSection::table)
                .toList();
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Page faults on anonymous memory and on files mapped privately and shared, mapping and"
                        + " unmapping, a process forked and ended. A kernel patch must not make them dearer: compare these with"
                        + " the same rows of a run on the other kernel.", blocks);
    }

    private static Table table(Panel panel) {
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), List.of(Entry.figure(cell, Scale.NANOSECONDS))))
                .toList();
        return new Table(panel.title(), "what", List.of("time of one, ns"), rows);
    }
}
