// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** How many instructions does an access take, and a lost page, in user space and in the kernel together? */
final class InstructionSection extends PanelSection {

    private static final Scale INSTRUCTIONS = new Scale("instructions", 1, 1);

    InstructionSection() {
        super("instructions", "Instructions", "InstructionClock", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Counted by the clock of an emulated CPU of a fixed model, in user space and in the kernel together. They are no"
                + " times: an instruction that waits for memory counts as one. A lost page is what the access after a loss takes"
                + " above the same access of what is there, a page of it.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.add(panel.table(
                panel.panel().title(), List.of("instructions"), cell -> List.of(Entry.figure(cell, INSTRUCTIONS))));
    }
}
