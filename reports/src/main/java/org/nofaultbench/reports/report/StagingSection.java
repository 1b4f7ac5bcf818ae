// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;

/** What does it cost to bring a buffer's rows to where a compositor wants them, and how good are the loops that do it? */
final class StagingSection implements Section {

    private static final String ID = "staging";
    private static final String TITLE = "Rows into a staging buffer";
    private static final String BENCHMARK = "StagedRead";
    private static final String KERNEL = "kernel";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, KERNEL));
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            for (String kernel : panel.values(KERNEL)) {
                List<CellResult> cells = panel.at(KERNEL, kernel);
                // What is asked of the control alone is a peer of its loop, and no chart.
                if (cells.stream().filter(cell -> !cell.figures().isEmpty()).count() > 1) {
                    new RowCharts(new Palette(analysis)).of(slug.of(panel.label() + " " + kernel),
                            "Staging, " + panel.label() + ", kernel=" + kernel,
                            "Time of bringing every row of the buffer to a staging buffer, by strategy, from " + panel.title()
                                    + ", kernel=" + kernel + ".",
                            new Axis("one access, \u00b5s (log scale)", true), Scale.MICROSECONDS, cells)
                            .ifPresent(blocks::add);
                }
            }
            blocks.add(new Grid(panel, Panel.STRATEGY, KERNEL).table(panel.title() + ", time of one access and ratio",
                    Panel.STRATEGY, Entry::judged));
        }
        return Content.of(ID, TITLE, "Every row of the buffer is copied, as a texture upload does, or blended over what is there,"
                + " as a compositor without a GPU does. A strategy is compared with the control under the same kernel, and the"
                + " control with another library's loop: copy with the C library's memcpy, blend with pixman. Strategies that copy"
                + " by nature put the bytes straight into the staging buffer.", blocks);
    }
}
