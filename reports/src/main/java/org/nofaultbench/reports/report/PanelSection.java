// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.PanelBlocks;

/**
 * A section about one benchmark: charts and tables for each of its panels.
 *
 * @param axes parameters that lie within a table; every other one splits the cells into panels
 * @param explanation what is shown and how to read it
 * @param body adds the blocks of one panel
 */
record PanelSection(
        String id, String title, String benchmark, Set<String> axes, Function<Analysis, String> explanation, Body body)
        implements Section {

    /** Adds the blocks of one panel. */
    interface Body {
        void add(PanelBlocks panel, List<Block> blocks);
    }

    PanelSection(String id, String title, String benchmark, Set<String> axes, String explanation, Body body) {
        this(id, title, benchmark, axes, analysis -> explanation, body);
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
        panels.forEach(panel -> body.add(new PanelBlocks(analysis, panel, anchors), blocks));
        return blocks.isEmpty()
                ? List.of()
                : List.of(new Content(id, title, explanation.apply(analysis) + Baselines.apart(panels), blocks));
    }
}
