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

/** What does it cost to bring a buffer's rows to where a compositor wants them, and how good are the loops that do it? */
final class StagingSection extends PanelSection {

    private static final String KERNEL = "kernel";

    StagingSection() {
        super("staging", "Rows into a staging buffer", "StagedRead", Panel.STRATEGY, KERNEL);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Every row of the buffer is copied, as a texture upload does, or blended over what is there, as a compositor"
                + " without a GPU does. A strategy is compared with the control under the same kernel, and the control with"
                + " another library's loop: copy with the C library's memcpy, blend with pixman. Strategies that copy by nature put"
                + " the bytes straight into the staging buffer.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        for (String kernel : panel.panel().values(KERNEL)) {
            panel.rowChart(
                            panel.panel().label() + " " + kernel,
                            "Staging, " + panel.panel().label() + ", kernel=" + kernel,
                            "Time of bringing every row of the buffer to a staging buffer, by strategy, kernel="
                                    + kernel,
                            new Axis("one access, \u00b5s (log scale)", true),
                            Scale.MICROSECONDS,
                            panel.panel().at(KERNEL, kernel))
                    .ifPresent(blocks::add);
        }
        blocks.add(panel.grid(KERNEL, "time of one access and ratio", Entry::judged));
    }
}
