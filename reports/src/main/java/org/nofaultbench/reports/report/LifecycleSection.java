// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What does a pool cost that is attached, shown once and detached? */
final class LifecycleSection extends PanelSection {

    private static final List<String> PARTS =
            List.of("attachNs", "firstReadNs", "warmReadNs", "resizeNs", "unmapNs", "closeNs");
    private static final List<String> COLUMNS =
            List.of("cycle", "attach", "first read", "second read", "resize", "unmap", "close");

    LifecycleSection() {
        super("lifecycle", "The life of a pool", "PoolLifecycle", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "A cycle is attaching, the first read, unmapping and closing; the second read and the resize by a page stand"
                + " beside it. The client has ended by then, so that the close frees the file's pages. populate says how the pages"
                + " are brought in: each at its first read, by MAP_POPULATE, or by MADV_POPULATE_READ.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.add(panel.table(
                panel.panel().title() + ", \u00b5s, ratio to " + Baselines.named(panel.panel()),
                COLUMNS,
                cell -> Stream.concat(
                                Stream.of(Entry.judged(cell, Scale.MICROSECONDS)),
                                PARTS.stream().map(part -> Entry.metric(cell, part, Scale.MICROSECONDS)))
                        .toList()));
    }
}
