// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.section.Block;
import org.nofaultbench.reports.section.Content;
import org.nofaultbench.reports.section.Entry;
import org.nofaultbench.reports.section.Scale;
import org.nofaultbench.reports.section.Table;

/** What does the patch cost those who do not use its flag? Asked first, because it decides whether the rest is read. */
final class NonUsers implements Question {

    private static final String BENCHMARK = "NonUser";

    @Override
    public Content answer(Dossier dossier) {
        List<CellResult> cells = dossier.run().of(BENCHMARK);
        return Content.of("non-users", "Cost to code that does not use the flag",
                cells.isEmpty()
                        ? "Not measured in this run."
                        : "The shapes of will-it-scale's page_fault1 to page_fault3, mmap1 and fork1. One kernel was measured, so"
                                + " there is no ratio and no verdict: give the patched kernel's run with --patched.",
                blocks(cells));
    }

    private static List<Block> blocks(List<CellResult> cells) {
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : Panel.split(cells, Set.of(Panel.STRATEGY, Panel.WORKLOAD))) {
            blocks.add(new Table(panel.title() + ", time of one", "what", List.of("ns [95% interval]"), panel.cells().stream()
                    .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), List.of(Entry.figure(cell, Scale.NANOSECONDS))))
                    .toList()));
        }
        return blocks;
    }
}
