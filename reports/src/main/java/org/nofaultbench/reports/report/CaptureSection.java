// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;

/** What does writing to a client's buffer cost? */
final class CaptureSection implements Section {

    private static final String ID = "capture";
    private static final String TITLE = "Writing to a client's buffer";
    private static final String BENCHMARK = "CaptureWrite";

    @Override
    public Content of(Analysis analysis) {
        List<Block> blocks = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY)).stream()
                .<Block>map(panel -> new Grid(panel, Panel.STRATEGY, Panel.WORKLOAD).table(
                        panel.title() + ", time of one filled buffer and ratio to " + Baselines.of(panel), Panel.STRATEGY,
                        Entry::judged))
                .toList();
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "The tenth of a compositor's accesses that a private mapping cannot serve, such as screen"
                        + " capture. copy-pread stands for pwrite and copy-uring for io_uring writes; the others write through their"
                        + " shared mapping.", blocks).onPageOnly();
    }
}
