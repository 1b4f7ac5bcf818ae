// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What does entering and leaving a guard cost, with nothing read between? */
final class GuardCostSection extends PanelSection {

    GuardCostSection() {
        super("guard-cost", "Guard entry and exit", "GuardCost", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "One begin and one end around nothing. The time of the loop itself is in every row; the difference to the control,"
                + " taken within each round, is what the guard adds to an access.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        Scale scale =
                panel.scale(Panel.WORKLOAD, panel.panel().values(Panel.WORKLOAD).get(0));
        panel.rowChart(
                        label,
                        "Guard entry and exit",
                        "Time of one entry and exit of each guard",
                        new Axis("one entry and exit, " + scale.unit() + " (log scale)", true),
                        scale,
                        panel.panel().cells())
                .ifPresent(blocks::add);
        blocks.add(panel.table(
                panel.panel().title() + ", per access",
                List.of(
                        "begin and end, " + scale.unit(),
                        "minus " + Baselines.named(panel.panel()) + ", " + scale.unit()),
                cell -> List.of(
                        Entry.figure(cell, scale),
                        cell.figures().isEmpty() || cell.cell().baseline() != null
                                ? Entry.difference(cell, scale)
                                : new Entry.Text("control"))));
    }
}
