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
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.document.AnchorIds;

/** What does it cost to read the part of a buffer that has changed? */
final class DamageSection implements Section {

    private static final String ID = "damage";
    private static final String TITLE = "Reading damage";
    private static final String BENCHMARK = "DamageRead";
    private static final String DAMAGE = "damage";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = analysis.panels(analysis.of(BENCHMARK), Set.of(Panel.STRATEGY, DAMAGE));
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            chart(panel, slug.of(panel.label()), new Palette(analysis)).ifPresent(blocks::add);
            blocks.add(new Grid(panel, Panel.STRATEGY, DAMAGE).table(
                    panel.title() + ", time of one access and ratio to " + Baselines.of(panel), Panel.STRATEGY, Entry::judged));
        }
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "A share of the buffer's area between one begin and one end: one rectangle in its middle,"
                        + " sixteen from corner to corner, or a column as high as the buffer. What is paid once an access weighs"
                        + " the more, the smaller the damage; what is paid once a row, the narrower the rectangle."
                        + Baselines.apart(panels), blocks).onPageOnly();
    }

    /** Nothing where a single share was measured: a line has two ends. */
    private static Optional<Chart> chart(Panel panel, String id, Palette palette) {
        List<Chart.Position> positions = new ArrayList<>();
        for (String damage : panel.values(DAMAGE)) {
            Long bytes = panel.at(DAMAGE, damage).get(0).cell().bytesPerAccess();
            positions.add(new Chart.Position(damage, bytes == null ? 0 : bytes));
        }
        List<Series> series = panel.values(Panel.STRATEGY).stream()
                .map(strategy -> series(panel.at(Panel.STRATEGY, strategy), panel.values(DAMAGE), palette))
                .filter(of -> !of.marks().isEmpty())
                .toList();
        if (positions.size() < 2 || series.isEmpty() || positions.stream().anyMatch(position -> position.value() <= 0)) {
            return Optional.empty();
        }
        return Optional.of(new Chart.OverQuantity(id, "Reading damage, " + panel.label(),
                "Time in microseconds of one read of each share of the buffer, by strategy, from " + panel.title() + "."
                        + Palette.absent(panel.cells()),
                new Axis("one read, \u00b5s (log scale)", true), series, "share of the buffer (log scale)", positions,
                Optional.empty()));
    }

    private static Series series(List<CellResult> cells, List<String> shares, Palette palette) {
        List<Series.Mark> marks = new ArrayList<>();
        for (CellResult cell : cells) {
            int place = shares.indexOf(cell.cell().parameters().getOrDefault(DAMAGE, "-"));
            cell.figure().ifPresent(figure -> marks.add(Series.Mark.of(place, figure, Scale.MICROSECONDS.perUnit())));
        }
        return new Series(Palette.nameOf(cells.get(0)), palette.styleOf(cells.get(0)), marks);
    }
}
