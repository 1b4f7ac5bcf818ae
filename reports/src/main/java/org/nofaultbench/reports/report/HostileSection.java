// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.RowCharts;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Estimate;

/** What can a client steal by truncating its file without end, and with which strategy most? */
public final class HostileSection implements Section {

    private static final String ID = "hostile";
    private static final String TITLE = "Under attack";
    private static final String BENCHMARK = "HostileClient";

    @Override
    public Content of(Analysis analysis) {
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels(analysis)) {
            List<CellResult> cells = mostStolenFirst(panel);
            new RowCharts(new Palette(analysis)).of(slug.of(panel.label()), "Under attack, " + panel.label(),
                    "Time for the attacker's buffer in one frame, by strategy, most first, on a logarithmic axis, from "
                            + panel.title() + ".",
                    new Axis("one frame of the attacker, ms (log scale)", true), Scale.MILLISECONDS, cells)
                    .ifPresent(blocks::add);
            blocks.add(new Table(panel.title() + ", most stolen first, ratio to " + Baselines.of(panel), Panel.STRATEGY,
                    List.of("attacker's frame, ms", "stolen a truncate, ns", "of the speed in peace", "worst, ms", "told of a loss",
                            "late deadlines"),
                    cells.stream().map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell))).toList()));
        }
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "One client truncates its file at random and grows it back as fast as it can, another one has"
                        + " drawn and wants to be shown, at 240 Hz. The time for the attacker's buffer includes attaching it anew"
                        + " whenever something was lost. Stolen a truncate: what is above the time in peace, by ftruncate call; below"
                        + " zero, the attacked read is the shorter one. Late deadlines: those that passed"
                        + " before the other client was shown; one long frame may miss several. A pool is attached anew where the"
                        + " compositor is told of a loss or a handler of the suite's answered a fault: a strategy that does neither"
                        + " pays once and then reads zeros for good, and is not to be compared with the others.", blocks);
    }

    public static List<Panel> panels(Analysis analysis) {
        return analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY));
    }

    /** Rows without a figure come last. */
    public static List<CellResult> mostStolenFirst(Panel panel) {
        return panel.cells().stream()
                .sorted(Comparator.comparingDouble(
                        cell -> -cell.figure().map(Estimate::median).orElse(Double.NEGATIVE_INFINITY)))
                .toList();
    }

    private static List<Entry> entries(CellResult cell) {
        Scale scale = Scale.MILLISECONDS;
        Optional<Estimate> left = cell.metric("throughputLeftShare");
        return List.of(
                Entry.judged(cell, scale),
                Entry.metric(cell, "stolenNsPerTruncate", new Scale("ns", 1, 0)),
                Entry.figure(cell, left, new Scale("\u00d7", 1, 2)),
                cell.worst("worstAccessNs").isPresent()
                        ? new Entry.Text(scale.format(cell.worst("worstAccessNs").getAsDouble()))
                        : Entry.figure(cell, Optional.empty(), scale),
                Entry.count(cell, "lostAccessesCount", "framesCount"),
                Entry.count(cell, "lateFramesCount"));
    }
}
