// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What does the harness itself cost? */
final class CallOverheadSection extends PanelSection {

    CallOverheadSection() {
        super("call-overhead", "What a call costs", "CallOverhead", Panel.STRATEGY, Panel.WORKLOAD);
    }

    @Override
    String explanation(Analysis analysis) {
        return "An empty call from Java costs more than reading a small buffer, so every other figure is per access of a batch"
                + " that runs inside C. The loop through the access contract beside the same loop in plain C shows what the"
                + " contract adds.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        panel.rowChart(
                        label,
                        "What a call costs",
                        "Time of an empty native call and of one access in a batch",
                        new Axis("one operation, ns (log scale)", true),
                        Scale.NANOSECONDS,
                        panel.panel().cells())
                .ifPresent(blocks::add);
        blocks.add(panel.table(
                panel.panel().title() + ", per operation",
                "operation",
                List.of("ns"),
                panel.panel().cells(),
                cell -> List.of(Entry.figure(cell, Scale.NANOSECONDS))));
    }
}
