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

/** How many bytes a second does each strategy read, by size of the buffer? */
final class ThroughputSection extends PanelSection {

    ThroughputSection() {
        super("throughput", "Throughput by buffer size", "BufferRead", Panel.STRATEGY, Panel.SIZE);
    }

    @Override
    String explanation(Analysis analysis) {
        return "Bytes of one access over its time, guard included. Median of the forks, one fork a round; bars and brackets are"
                + " 95% intervals of the median. Small buffers stay in the cache nearest to the core, large ones come from memory.";
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        blocks.addAll(panel.overBytes(
                Panel.SIZE,
                "Throughput",
                "Throughput in gigabytes a second of each strategy at each buffer size",
                new Axis("throughput, GB/s (log scale)", true),
                "bytes read by one access (log scale)",
                1,
                ThroughputSection::throughput));
        blocks.add(panel.grid(
                Panel.SIZE,
                "GB/s (1 GB = 10^9 bytes)",
                (cell, scale) -> Entry.figure(
                        cell,
                        Origin.ofCell(Statistic.THROUGHPUT, cell),
                        throughput(cell),
                        "GB/s",
                        Scale.GIGABYTES_PER_SECOND)));
    }

    /** Bytes a nanosecond are gigabytes a second; anything but ns/op has no throughput here. */
    static Optional<Estimate> throughput(CellResult cell) {
        Long bytes = cell.cell().bytesPerAccess();
        return bytes == null || !cell.cell().unit().equals("ns/op")
                ? Optional.empty()
                : cell.figure(nanoseconds -> bytes / nanoseconds);
    }
}
