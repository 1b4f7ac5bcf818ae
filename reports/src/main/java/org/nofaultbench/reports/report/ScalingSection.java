// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;

/** Do readers in one address space hold one another up? */
final class ScalingSection extends PanelSection {

    private static final String READERS = "readers";

    ScalingSection() {
        super("scaling", "Several readers", "Scaling", Panel.STRATEGY, READERS);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Threads of one process that read a pool of their own each. With recovering=yes one thread more loses a pool all"
                + " the time, so that all share the memory map's lock and the TLB shoot-downs. With more threads than processors"
                + " the scheduler's turns are in the figures.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.add(panel.grid(
                READERS,
                "time of one access by number of readers, and ratio to " + Baselines.named(panel.panel()),
                Entry::judged));
    }
}
