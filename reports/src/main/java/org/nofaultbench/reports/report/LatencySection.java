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
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/** How long do single accesses take, and how long the slowest? */
public final class LatencySection implements Section {

    private static final double[] PERCENTILES = {50, 90, 99, 99.9};
    /** A percentile with fewer accesses beyond it is a guess. */
    private static final int BEYOND = 10;

    @Override
    public List<Content> of(Analysis analysis) {
        List<CellResult> timed = analysis.cells().stream()
                .filter(cell -> analysis.run().latencies().containsKey(cell.id()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        analysis.panels(timed, Set.of(Panel.STRATEGY)).forEach(panel -> blocks.add(table(analysis, panel)));
        return Content.unlessEmpty(
                "latency",
                "Latency of single accesses",
                "Every access is timed by itself; all forks of the run together. The figures include one reading of"
                        + " the clock. A percentile is shown where at least " + BEYOND
                        + " accesses lie beyond it; the maximum is a single access and varies from run to run.",
                blocks);
    }

    private static Table table(Analysis analysis, Panel panel) {
        Map<String, Histogram> latencies = analysis.run().latencies();
        Scale scale = Scale.ofTimes(
                "ns/op",
                panel.cells().stream()
                        .map(cell -> (double) latencies.get(cell.id()).getValueAtPercentile(50))
                        .toList());
        Sentence caption = Sentence.of("{}, {} per access{}", panel.title(), scale.unit(), clock(panel.cells()));
        Table.Builder<CellResult> table = Table.ofCells(caption, Panel.STRATEGY, panel.cells());
        for (double percentile : PERCENTILES) {
            table.column("p" + Numbers.plain(percentile), cell -> {
                Optional<Value> found = percentile(analysis, cell, percentile, scale);
                return found.isPresent() ? found : "too few";
            });
        }
        return table.column(
                        "max",
                        cell -> value(cell, "100", latencies.get(cell.id()).getMaxValue(), scale))
                .column(
                        "accesses",
                        cell -> Value.count(
                                Origin.ofCell(Statistic.ACCESSES, cell),
                                latencies.get(cell.id()).getTotalCount()))
                .table();
    }

    /** The clock's own cost, where it was measured beside. */
    private static Sentence clock(List<CellResult> cells) {
        return cells.stream()
                .filter(cell -> cell.metric("clockNs").isPresent())
                .findFirst()
                .map(cell -> Sentence.of(
                        "; one reading of the clock, which is in each, takes {} ns, in steps of {} ns",
                        metric(cell, "clockNs"),
                        metric(cell, "clockResolutionNs")))
                .orElse(Sentence.EMPTY);
    }

    private static Object metric(CellResult cell, String name) {
        return cell.metric(name)
                .<Object>map(median -> Value.estimate(
                        Origin.ofCell(Statistic.METRIC, name, cell), median, "", Numbers.significant(median.median())))
                .orElse("0");
    }

    /** A percentile of all accesses of a cell; empty where none were timed or too few lie beyond it. */
    public static Optional<Value> percentile(Analysis analysis, CellResult cell, double percentile, Scale scale) {
        return Optional.ofNullable(analysis.run().latencies().get(cell.id()))
                .filter(histogram -> histogram.getTotalCount() * (1 - percentile / 100) >= BEYOND)
                .map(histogram -> histogram.getValueAtPercentile(percentile))
                .map(ns -> value(cell, Numbers.plain(percentile), ns, scale));
    }

    private static Value value(CellResult cell, String percentile, long ns, Scale scale) {
        return Value.plain(Origin.ofCell(Statistic.PERCENTILE, percentile, cell), ns, "ns", scale.format(ns));
    }
}
