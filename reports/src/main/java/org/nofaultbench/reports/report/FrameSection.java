// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Estimate;

/** Is every frame there in time, and what does the reading take of it? */
final class FrameSection implements Section {

    private static final String ID = "frames";
    private static final String TITLE = "Frames of real clients";
    private static final String BENCHMARK = "FrameCycle";
    private static final String HERTZ = "hertz";
    private static final double NS_PER_S = 1e9;
    private static final double PERCENT = 100;

    @Override
    public Content of(Analysis analysis) {
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels(analysis)) {
            new RowCharts(new Palette(analysis)).of(slug.of(panel.label()), "Work of a frame, " + panel.label(),
                    "Time that the compositor works in one frame, by strategy, on a logarithmic axis, from " + panel.title() + ".",
                    new Axis("work of one frame, ms (log scale)", true), Scale.MILLISECONDS, panel.cells())
                    .ifPresent(blocks::add);
            blocks.add(new Table(panel.title() + ", of all rounds together", Panel.STRATEGY,
                    List.of("work of a frame, ms", "% of the frame", "worst, ms", "missed frames", "late commits",
                            "lost commits", "torn commits"),
                    panel.cells().stream()
                            .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell)))
                            .toList()));
        }
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Client processes draw when they are called back and commit; at each deadline the compositor"
                        + " reads what every client shows. Missed: deadlines that passed without a frame. Late: deadlines at"
                        + " which a client that had been called back had not committed yet. Lost: commits that never arrived. Torn:"
                        + " buffers whose bytes are not those of the commit. The clients share the CPUs that the compositor does"
                        + " not run on; on few of them, late commits say how long drawing takes.", blocks);
    }

    static List<Panel> panels(Analysis analysis) {
        return analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY));
    }

    private static List<Entry> entries(CellResult cell) {
        Scale scale = Scale.MILLISECONDS;
        return List.of(
                Entry.figure(cell, scale),
                Entry.figure(cell, percent(cell), new Scale("%", 1, 1)),
                cell.worst("worstFrameNs").isPresent()
                        ? new Entry.Text(scale.format(cell.worst("worstFrameNs").getAsDouble()))
                        : Entry.figure(cell, Optional.empty(), scale),
                Entry.count(cell, "missedFramesCount", "framesCount"),
                Entry.count(cell, "lateCommitsCount"),
                Entry.count(cell, "lostCommitsCount", "commitsCount"),
                Entry.count(cell, "tornCommitsCount", "commitsCount"));
    }

    /** Of the time between two deadlines; empty where the run does not say how long that is. */
    private static Optional<Estimate> percent(CellResult cell) {
        String hertz = cell.cell().parameters().getOrDefault(HERTZ, "");
        return hertz.matches("[1-9][0-9]{0,3}")
                ? cell.figure(ns -> ns * PERCENT * Integer.parseInt(hertz) / NS_PER_S)
                : Optional.empty();
    }
}
