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
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.stats.Margin;

/** What does each strategy cost, relative to the baseline of the same round? */
final class CostSection implements Section {

    private static final String ID = "cost";
    private static final String TITLE = "Cost relative to the baseline";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = ReadPanels.of(analysis);
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            chart(panel, slug, analysis.margin()).ifPresent(blocks::add);
            blocks.add(Grid.strategiesBySize(panel).table(
                    panel.title() + ", time of one access and ratio to " + Baselines.of(panel), Panel.STRATEGY, Entry::judged));
        }
        return Content.of(ID, TITLE, "Ratio of times within a round, to the baseline's fork of the same round; median over the"
                + " rounds. Above 1 is slower. EQUIVALENT: the whole 95% interval lies inside the margin of " + analysis.margin()
                + ". UNDECIDED is not \"the same\"." + Baselines.apart(panels), blocks);
    }

    private static Optional<Chart> chart(Panel panel, AnchorIds slug, Margin margin) {
        List<CellResult> compared = panel.cells().stream().filter(cell -> cell.comparison().isPresent()).toList();
        List<String> rows = compared.stream().map(Palette::nameOf).distinct().toList();
        List<Series> series = new ArrayList<>();
        for (String size : panel.values(Grid.SIZE)) {
            List<CellResult> here = panel.at(Grid.SIZE, size).stream().filter(compared::contains).toList();
            if (!here.isEmpty()) {
                series.add(new Series(size, series.size(), here.stream().map(cell -> mark(cell, rows)).toList()));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Chart.ByRow(slug.of(panel.label()),
                "Time relative to " + Baselines.of(panel) + ", " + panel.label(),
                "Ratio of the time of one access to that of " + Baselines.of(panel) + ", by strategy and buffer size, from "
                        + panel.title() + "; 1 is the same time, and the shaded band is the margin of " + margin + "."
                        + Palette.absent(panel.cells()),
                new Axis("time relative to " + Baselines.of(panel) + " (1 = same, right = slower)", true), series, rows,
                Optional.of(margin.band())));
    }

    private static Series.Mark mark(CellResult cell, List<String> rows) {
        return Series.Mark.of(rows.indexOf(Palette.nameOf(cell)), cell.comparison().orElseThrow().ratio(), 1);
    }
}
