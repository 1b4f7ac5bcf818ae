// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Table.Column;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;

/** How long do single accesses take, and how long the slowest? */
public final class LatencySection implements Section {

    private static final double[] PERCENTILES = {50, 90, 99, 99.9};
    /** A percentile with fewer accesses beyond it is a guess. */
    private static final int BEYOND = 10;

    @Override
    public List<Content> of(Analysis analysis) {
        Map<String, Histogram> latencies = analysis.run().latencies();
        List<CellResult> timed = analysis.cells().stream()
                .filter(cell -> latencies.containsKey(cell.cell().id()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : analysis.panels(timed, Set.of(Panel.STRATEGY))) {
            blocks.add(table(new PanelBlocks(analysis, panel, new AnchorIds("latency"))));
        }
        return blocks.isEmpty()
                ? List.of()
                : List.of(new Content(
                        "latency",
                        "Latency of single accesses",
                        "Every access timed by itself, all forks of the run"
                                + " together. The clock is read around each access and its own cost is included. A percentile is shown"
                                + " where at least " + BEYOND
                                + " accesses lie beyond it; the maximum is one access and repeats badly.",
                        blocks));
    }

    private static Table table(PanelBlocks panel) {
        Map<String, Histogram> latencies = panel.analysis().run().latencies();
        List<CellResult> cells = panel.panel().cells();
        Scale scale = Scale.ofTimes(
                "ns/op",
                cells.stream()
                        .map(cell -> (double) latencies.get(cell.cell().id()).getValueAtPercentile(50))
                        .toList());
        List<Column<CellResult>> columns = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            columns.add(new Column<>(
                    "p" + Numbers.plain(percentile),
                    cell -> percentile(panel.analysis(), cell, percentile, scale)
                            .<Object>map(value -> value)
                            .orElse("too few")));
        }
        columns.add(new Column<>("max", cell -> {
            long longest = latencies.get(cell.cell().id()).getMaxValue();
            return Value.plain(Origin.ofCell(Statistic.PERCENTILE, "100", cell), longest, "ns", scale.format(longest));
        }));
        columns.add(new Column<>(
                "accesses",
                cell -> Value.count(
                        Origin.ofCell(Statistic.ACCESSES, cell),
                        latencies.get(cell.cell().id()).getTotalCount())));
        return panel.table(", " + scale.unit() + " per access" + clock(cells), columns);
    }

    /** The clock's own cost, where it was measured beside. */
    private static String clock(List<CellResult> cells) {
        return cells.stream()
                .filter(cell -> cell.metric("clockNs").isPresent())
                .findFirst()
                .map(cell -> "; one reading of the clock, which is in each, takes "
                        + Numbers.significant(
                                cell.metric("clockNs").orElseThrow().median()) + " ns, in steps of "
                        + Numbers.significant(cell.metric("clockResolutionNs")
                                .map(Estimate::median)
                                .orElse(0.0)) + " ns")
                .orElse("");
    }

    /** A percentile of all accesses of a cell; empty where none were timed or too few lie beyond it. */
    public static Optional<Value> percentile(Analysis analysis, CellResult cell, double percentile, Scale scale) {
        return Optional.ofNullable(analysis.run().latencies().get(cell.cell().id()))
                .filter(histogram -> histogram.getTotalCount() * (1 - percentile / 100) >= BEYOND)
                .map(histogram -> histogram.getValueAtPercentile(percentile))
                .map(ns -> Value.plain(
                        Origin.ofCell(Statistic.PERCENTILE, Numbers.plain(percentile), cell),
                        ns,
                        "ns",
                        scale.format(ns)));
    }
}
