// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String id,
        String title,
        String benchmark,
        Set<String> axes,
        Function<Analysis, String> explanation,
        Consumer<PanelBlocks> body)
        implements Section {

    /** About a benchmark by strategy and other axes; what it shows follows. */
    PanelSection(String id, String title, String benchmark, String... axes) {
        this(
                id,
                title,
                benchmark,
                Stream.concat(Stream.of(Panel.STRATEGY), Stream.of(axes)).collect(Collectors.toSet()),
                analysis -> "",
                panel -> {});
    }

    PanelSection explained(String text) {
        return explained(analysis -> text);
    }

    PanelSection explained(Function<Analysis, String> text) {
        return new PanelSection(id, title, benchmark, axes, text, body);
    }

    PanelSection showing(Consumer<PanelBlocks> blocks) {
        return new PanelSection(id, title, benchmark, axes, explanation, blocks);
    }

    @Override
    public List<Content> of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.measured(benchmark), axes).stream()
                .filter(panel -> panel.cells().stream()
                        .anyMatch(cell -> cell.hasFigure() || !cell.failed().isEmpty()))
                .toList();
        AnchorIds anchors = new AnchorIds(id);
        List<Block> blocks = new ArrayList<>();
        panels.forEach(panel -> body.accept(new PanelBlocks(analysis, panel, anchors, blocks)));
        return Content.unlessEmpty(id, title, explanation.apply(analysis) + Baselines.apart(panels), blocks);
    }
}
