// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** What can a client steal by truncating its file without end, and with which strategy most? */
public final class HostileSection extends PanelSection {

    private static final String STOLEN = "stolenNsPerTruncate";
    private static final String SPEED_LEFT = "throughputLeftShare";

    HostileSection() {
        super("hostile", "Under attack", "HostileClient", Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        return "One client truncates its file at random and grows it back as fast as it can, another one has drawn and wants to be"
                + " shown, at 240 Hz. The time for the attacker's buffer includes attaching it anew whenever something was lost."
                + " Stolen per truncate: what is above the time without an attack, by ftruncate call; not shown where the interval"
                + " reaches below zero. Late deadlines: those that passed before the other client was shown; one long frame may miss"
                + " several. A pool is attached anew where the compositor is told of a loss or a handler of the suite's answered a"
                + " fault. A strategy that does neither pays once and then reads zeros: do not compare it with the others.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        List<CellResult> cells = mostStolenFirst(panel.panel());
        Scale scale = Scale.MILLISECONDS;
        panel.rowChart(
                        panel.panel().label(),
                        "Under attack, " + panel.panel().label(),
                        "Time for the attacker's buffer in one frame, by strategy, most first, on a logarithmic axis",
                        new Axis("one frame of the attacker, ms (log scale)", true),
                        scale,
                        cells)
                .ifPresent(blocks::add);
        blocks.add(panel.table(
                panel.panel().title() + ", most stolen first, ratio to " + Baselines.named(panel.panel()),
                Panel.STRATEGY,
                List.of(
                        "attacker's frame, ms",
                        "stolen per truncate, ns",
                        "of the speed without an attack",
                        "worst, ms",
                        "told of a loss",
                        "late deadlines"),
                cells,
                cell -> List.of(
                        Entry.judged(cell, scale),
                        stolen(cell),
                        cell.metric(SPEED_LEFT)
                                        .filter(share -> share.median() > 1)
                                        .isPresent()
                                ? new Entry.Text("-")
                                : Entry.metric(cell, SPEED_LEFT, new Scale("\u00d7", 1, 2)),
                        Entry.worst(cell, "worstAccessNs", scale),
                        Entry.count(cell, "lostAccessesCount", "framesCount"),
                        Entry.count(cell, "lateFramesCount"))));
    }

    /** A dash where it may be nothing: time under attack need not exceed the time without an attack. */
    public static Entry stolen(CellResult cell) {
        Optional<Estimate> stolen = cell.metric(STOLEN);
        return stolen.isPresent()
                        && stolen.get()
                                        .interval()
                                        .map(Interval::low)
                                        .orElse(stolen.get().median())
                                < 0
                ? new Entry.Text("-")
                : Entry.metric(cell, STOLEN, new Scale("ns", 1, 0));
    }

    /** Rows without a figure come last. */
    public static List<CellResult> mostStolenFirst(Panel panel) {
        return panel.cells().stream()
                .sorted(Comparator.comparingDouble(
                        cell -> -cell.figure().map(Estimate::median).orElse(Double.NEGATIVE_INFINITY)))
                .toList();
    }
}
