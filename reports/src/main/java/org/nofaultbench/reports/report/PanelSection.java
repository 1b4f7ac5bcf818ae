// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.PanelBlocks;

/** A section about one benchmark: charts and tables for each of its panels. */
abstract class PanelSection implements Section {

    private final String id;
    private final String title;
    private final String benchmark;
    private final Set<String> axes;

    /** @param axes parameters that lie within a table; every other one splits the cells into panels */
    PanelSection(String id, String title, String benchmark, String... axes) {
        this.id = id;
        this.title = title;
        this.benchmark = benchmark;
        this.axes = Set.of(axes);
    }

    @Override
    public List<Content> of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.measured(benchmark), axes).stream()
                .filter(panel -> panel.cells().stream()
                        .anyMatch(cell ->
                                !cell.figures().isEmpty() || !cell.failed().isEmpty()))
                .toList();
        AnchorIds anchors = new AnchorIds(id);
        List<Block> blocks = new ArrayList<>();
        panels.forEach(panel -> add(new PanelBlocks(analysis, panel, anchors), panel.labelAmong(panels), blocks));
        return blocks.isEmpty()
                ? List.of()
                : List.of(new Content(id, title, explanation(analysis) + Baselines.apart(panels), blocks));
    }

    abstract String explanation(Analysis analysis);

    /**
     * Adds the blocks of one panel.
     *
     * @param label that tells it from the other panels; empty where it is the only one
     */
    abstract void add(PanelBlocks panel, String label, List<Block> blocks);
}
