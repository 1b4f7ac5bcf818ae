// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Margin;

/** What does each strategy cost, relative to the baseline of the same round? */
final class CostSection extends PanelSection {

    CostSection() {
        super("cost", "Cost relative to the baseline", "BufferRead", Panel.STRATEGY, Panel.SIZE);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Ratio of times within a round, to the baseline's fork of the same round; median over the rounds. Above 1 is"
                + " slower. EQUIVALENT: the whole 95% interval lies inside the margin of " + analysis.margin()
                + ". UNDECIDED is not \"the same\".";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        chart(panel).ifPresent(blocks::add);
        blocks.add(panel.ratios(Panel.SIZE, "time of one access"));
    }

    private static Optional<Chart> chart(PanelBlocks blocks) {
        Panel panel = blocks.panel();
        Margin margin = blocks.analysis().margin();
        List<CellResult> compared = panel.cells().stream()
                .filter(cell -> cell.comparison().isPresent())
                .toList();
        List<String> rows = compared.stream().map(Palette::nameOf).distinct().toList();
        List<Series> series = new ArrayList<>();
        for (String size : panel.values(Panel.SIZE)) {
            List<CellResult> here = panel.at(Panel.SIZE, size).stream()
                    .filter(compared::contains)
                    .toList();
            if (!here.isEmpty() && series.size() < PanelBlocks.MOST_SERIES) {
                series.add(new Series(
                        size,
                        series.size(),
                        here.stream()
                                .map(cell -> Series.Mark.at(
                                        rows.indexOf(Palette.nameOf(cell)),
                                        cell.comparison().orElseThrow().ratio(),
                                        1))
                                .toList()));
            }
        }
        String baseline = Baselines.named(panel);
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.ByRow(
                        blocks.anchors().idFor(panel.label()),
                        "Time relative to " + baseline + ", " + panel.label(),
                        "Ratio of the time of one access to that of " + baseline
                                + ", by strategy and buffer size, from " + panel.title()
                                + "; 1 is the same time, and the shaded band is the margin of " + margin + "."
                                + Palette.absent(panel.cells()),
                        new Axis("time relative to " + baseline + " (1 = same, right = slower)", true),
                        series,
                        rows,
                        Optional.of(margin.band())));
    }
}
