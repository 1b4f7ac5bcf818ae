// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;

/** What does the harness itself cost? */
final class CallOverheadSection implements Section {

    private static final String ID = "call-overhead";
    private static final String TITLE = "Ledger of call costs";
    private static final String BENCHMARK = "CallOverhead";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = Panel.split(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, Panel.WORKLOAD));
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            new RowCharts(new Palette(analysis)).of(slug.of(panels.size() > 1 ? panel.label() : ""), TITLE,
                    "Time of an empty native call and of one access in a batch, from " + panel.title() + ".",
                    new Axis("one operation, ns (log scale)", true), Scale.NANOSECONDS, panel.cells()).ifPresent(blocks::add);
            blocks.add(table(panel));
        }
        return Content.of(ID, TITLE, "An empty call from Java costs more than reading a small buffer, so every other figure is"
                + " per access of a batch that runs inside C. The loop through the access contract beside the same loop in"
                + " plain C shows what the contract adds.", blocks);
    }

    private static Table table(Panel panel) {
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), List.of(Entry.figure(cell, Scale.NANOSECONDS))))
                .toList();
        return new Table(panel.title() + ", per operation", "operation", List.of("ns"), rows);
    }
}
