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

/** Do readers in one address space hold one another up? */
final class ScalingSection implements Section {

    private static final String ID = "scaling";
    private static final String TITLE = "Several readers";
    private static final String BENCHMARK = "Scaling";
    private static final String READERS = "readers";

    @Override
    public Content of(Analysis analysis) {
        List<Block> blocks = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, READERS)).stream()
                .<Block>map(panel -> new Grid(panel, Panel.STRATEGY, READERS).table(
                        panel.title() + ", time of one access by number of readers, and ratio to " + Baselines.of(panel),
                        Panel.STRATEGY, Entry::judged))
                .toList();
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Threads of one process that read a pool of their own each. With recovering=yes one thread"
                        + " more loses a pool all the time: the memory map's lock and the TLB's shoot-downs are then everybody's."
                        + " With more threads than processors the scheduler's turns are in the figures.", blocks).onPageOnly();
    }
}
