// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** How long is the compositor held up when the client takes the pages away? */
final class RecoverySection extends PanelSection {

    RecoverySection() {
        super("recovery", "Recovery from truncation", "TruncationRecovery", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "From the first touched lost page until the access has returned, without JMH; attaching the pool again for the next"
                + " access is outside. A strategy that abandons the access returns sooner and has read less: compare it with that"
                + " in mind.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        panel.rowChart(
                        label,
                        "Recovery, " + panel.panel().label(),
                        "Time in microseconds until an access to lost pages has returned, by strategy, on a logarithmic axis",
                        new Axis("one recovery, \u00b5s (log scale)", true),
                        Scale.MICROSECONDS,
                        panel.panel().cells())
                .ifPresent(blocks::add);
        blocks.add(panel.ratios(Panel.WORKLOAD, "time of one recovery"));
    }
}
