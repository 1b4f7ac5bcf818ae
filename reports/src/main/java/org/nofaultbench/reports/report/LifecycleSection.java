// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** What does a pool cost that comes, is shown once and goes? */
final class LifecycleSection implements Section {

    private static final String ID = "lifecycle";
    private static final String TITLE = "The life of a pool";
    private static final String BENCHMARK = "PoolLifecycle";
    private static final List<String> PARTS =
            List.of("attachNs", "firstReadNs", "warmReadNs", "resizeNs", "unmapNs", "closeNs");
    private static final List<String> COLUMNS =
            List.of("cycle", "attach", "first read", "second read", "resize", "unmap", "close");

    @Override
    public Content of(Analysis analysis) {
        List<Block> blocks = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY)).stream()
                .<Block>map(panel -> new Table(panel.title() + ", \u00b5s, ratio to " + Baselines.of(panel), Panel.STRATEGY,
                        COLUMNS, panel.cells().stream()
                                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell)))
                                .toList()))
                .toList();
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "A cycle is attaching, the first read, unmapping and closing; the second read and the resize"
                        + " by a page stand beside it. The client has ended by then, so that the close frees the file's pages."
                        + " populate says how the pages are brought in: each at its first read, by MAP_POPULATE, or by"
                        + " MADV_POPULATE_READ.", blocks).onPageOnly();
    }

    private static List<Entry> entries(CellResult cell) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.judged(cell, Scale.MICROSECONDS));
        PARTS.forEach(part -> entries.add(Entry.metric(cell, part, Scale.MICROSECONDS)));
        return entries;
    }
}
