// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;

/** Is every frame there in time, and what does the reading take of it? */
final class FrameSection extends PanelSection {

    private static final String HERTZ = "hertz";

    FrameSection() {
        super("frames", "Frames of real clients", "FrameCycle", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Client processes draw when they are called back and commit; at each deadline the compositor reads what every"
                + " client shows. Missed: deadlines that passed without a frame. Late: deadlines at which a client that had been"
                + " called back had not committed yet. Lost: commits that never arrived. Torn: buffers whose bytes are not those"
                + " of the commit. The clients share the CPUs that the compositor does not run on; on few of them, late commits"
                + " say how long drawing takes.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        Scale scale = Scale.MILLISECONDS;
        panel.rowChart(
                        panel.panel().label(),
                        "Work of a frame, " + panel.panel().label(),
                        "Time that the compositor works in one frame, by strategy, on a logarithmic axis",
                        new Axis("work of one frame, ms (log scale)", true),
                        scale,
                        panel.panel().cells())
                .ifPresent(blocks::add);
        blocks.add(panel.table(
                panel.panel().title() + ", of all rounds together",
                List.of(
                        "work of a frame, ms",
                        "% of the frame",
                        "worst, ms",
                        "missed frames",
                        "late commits",
                        "lost commits",
                        "torn commits"),
                cell -> List.of(
                        Entry.figure(cell, scale),
                        Entry.figure(
                                cell,
                                Origin.ofCell(
                                        Statistic.FRAME_SHARE,
                                        cell.cell().parameters().getOrDefault(HERTZ, ""),
                                        cell),
                                percent(cell),
                                "%",
                                new Scale("%", 1, 1)),
                        Entry.worst(cell, "worstFrameNs", scale),
                        Entry.count(cell, "missedFramesCount", "framesCount"),
                        Entry.count(cell, "lateCommitsCount"),
                        Entry.count(cell, "lostCommitsCount", "commitsCount"),
                        Entry.count(cell, "tornCommitsCount", "commitsCount"))));
    }

    /** Of the time between two deadlines; empty where the run does not say how long that is. */
    private static Optional<Estimate> percent(CellResult cell) {
        String hertz = cell.cell().parameters().getOrDefault(HERTZ, "");
        return hertz.matches("[1-9][0-9]{0,3}")
                ? cell.figure(ns -> ns * 100 * Integer.parseInt(hertz) / 1e9)
                : Optional.empty();
    }
}
