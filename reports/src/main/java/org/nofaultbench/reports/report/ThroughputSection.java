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
import org.nofaultbench.reports.document.Bytes;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.stats.Estimate;

/** How many bytes a second does each strategy read, by size of the buffer? */
final class ThroughputSection implements Section {

    private static final String ID = "throughput";
    private static final String TITLE = "Throughput by buffer size";

    @Override
    public Content of(Analysis analysis) {
        List<Panel> panels = ReadPanels.of(analysis);
        if (panels.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        AnchorIds slug = new AnchorIds(ID);
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : panels) {
            chart(panel, slug, new Palette(analysis)).ifPresent(blocks::add);
            blocks.add(Grid.strategiesBySize(panel)
                    .table(panel.title() + ", GB/s (1 GB = 10^9 bytes)", Panel.STRATEGY, (cell, scale) ->
                            Entry.figure(cell, throughput(cell), Scale.GIGABYTES_PER_SECOND)));
        }
        return Content.of(ID, TITLE, "Bytes of one access over its time, guard included. Median of the forks, one fork a round;"
                + " bars and brackets are 95% intervals of the median. Small buffers stay in the cache nearest to the core,"
                + " large ones come from memory." + Baselines.apart(panels), blocks).onPageOnly();
    }

    private static Optional<Chart> chart(Panel panel, AnchorIds slug, Palette palette) {
        List<String> sizes = panel.values(Grid.SIZE);
        List<Chart.Position> positions = new ArrayList<>();
        for (String size : sizes) {
            Long bytes = panel.at(Grid.SIZE, size).get(0).cell().bytesPerAccess();
            positions.add(new Chart.Position(size, bytes == null ? 0 : bytes));
        }
        List<Series> series = panel.values(Panel.STRATEGY).stream()
                .map(strategy -> series(panel.at(Panel.STRATEGY, strategy), sizes, palette))
                .filter(of -> !of.marks().isEmpty())
                .toList();
        if (series.isEmpty() || positions.stream().anyMatch(position -> position.value() <= 0)) {
            return Optional.empty();
        }
        return Optional.of(new Chart.OverQuantity(slug.of(panel.label()), "Throughput, " + panel.label(),
                "Throughput in gigabytes a second of each strategy at each buffer size, from " + panel.title() + "."
                        + Palette.absent(panel.cells()),
                new Axis("throughput, GB/s (log scale)", true), series, "bytes read by one access (log scale)", positions,
                Optional.empty()));
    }

    private static Series series(List<CellResult> cells, List<String> sizes, Palette palette) {
        List<Series.Mark> marks = new ArrayList<>();
        for (CellResult cell : cells) {
            int place = sizes.indexOf(cell.cell().parameters().getOrDefault(Grid.SIZE, "-"));
            throughput(cell).ifPresent(estimate -> marks.add(Series.Mark.of(place, estimate, 1)));
        }
        return new Series(Palette.nameOf(cells.get(0)), palette.styleOf(cells.get(0)), marks);
    }

    /** Bytes a nanosecond are gigabytes a second; anything but ns/op has no throughput here. */
    private static Optional<Estimate> throughput(CellResult cell) {
        Long bytes = cell.cell().bytesPerAccess();
        return bytes == null || !cell.cell().unit().equals("ns/op")
                ? Optional.empty()
                : cell.figure(nanoseconds -> bytes / nanoseconds);
    }
}
