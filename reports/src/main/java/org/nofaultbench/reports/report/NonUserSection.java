// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What do programs pay that use none of this? */
final class NonUserSection extends PanelSection {

    NonUserSection() {
        super("non-users", "Programs that use none of this", "NonUser", Panel.WORKLOAD);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Page faults on anonymous memory and on files mapped privately and shared, mapping and unmapping, a process forked"
                + " and ended. A kernel patch must not slow them down: compare these with the same rows of a run on the other"
                + " kernel.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.add(panel.table(
                panel.panel().title(),
                "what",
                List.of("time of one, ns"),
                panel.panel().cells(),
                cell -> List.of(Entry.figure(cell, Scale.NANOSECONDS))));
    }
}
