// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.PanelBlocks;

/** What does writing to a client's buffer cost? */
final class CaptureSection extends PanelSection {

    CaptureSection() {
        super("capture", "Writing to a client's buffer", "CaptureWrite", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "The tenth of a compositor's accesses that a private mapping cannot serve, such as screen capture. copy-pread"
                + " stands for pwrite and copy-uring for io_uring writes; the others write through their shared mapping.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.add(panel.ratios(Panel.WORKLOAD, "time of one filled buffer"));
    }
}
