// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.nofaultbench.reports.analysis.Absence;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.stats.Estimate;

/** How bad is the slowest access in a hundred, a thousand, of all? */
final class LatencySection implements Section {

    private static final String ID = "latency";
    private static final String TITLE = "Latency of single accesses";
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    /** A percentile with fewer accesses beyond it is a guess. */
    private static final int BEYOND = 10;

    @Override
    public Content of(Analysis analysis) {
        Map<String, Histogram> latencies = analysis.run().latencies();
        List<CellResult> timed = analysis.cells().stream()
                .filter(cell -> latencies.containsKey(cell.cell().id()) || cell.cell().skipped())
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : analysis.panels(timed, Set.of(Panel.STRATEGY))) {
            if (panel.cells().stream().anyMatch(cell -> latencies.containsKey(cell.cell().id()))) {
                blocks.add(table(panel, latencies));
            }
        }
        return blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "Every access timed by itself, all forks of the run together. The clock is read"
                        + " around each access and its own cost is included. A percentile is shown where at least " + BEYOND
                        + " accesses lie beyond it; the maximum is one access and repeats badly.", blocks).onPageOnly();
    }

    private static Table table(Panel panel, Map<String, Histogram> latencies) {
        List<Double> medians = panel.cells().stream()
                .map(cell -> latencies.get(cell.cell().id()))
                .filter(histogram -> histogram != null)
                .map(histogram -> (double) histogram.getValueAtPercentile(50))
                .toList();
        Scale scale = Scale.ofTimes("ns/op", medians);
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell, latencies, scale)))
                .toList();
        return new Table(panel.title() + ", " + scale.unit() + " per access" + clock(panel), Panel.STRATEGY,
                List.of("p50", "p90", "p99", "p99.9", "max", "accesses"), rows);
    }

    /** The clock's own cost, where it was measured beside. */
    private static String clock(Panel panel) {
        return panel.cells().stream()
                .filter(cell -> cell.metric("clockNs").isPresent())
                .findFirst()
                .map(cell -> "; one reading of the clock, which is in each, takes "
                        + Numbers.significant(cell.metric("clockNs").orElseThrow().median()) + " ns, in steps of "
                        + Numbers.significant(cell.metric("clockResolutionNs").map(Estimate::median).orElse(0.0)) + " ns")
                .orElse("");
    }

    private static List<Entry> entries(CellResult cell, Map<String, Histogram> latencies, Scale scale) {
        Histogram histogram = latencies.get(cell.cell().id());
        List<Entry> entries = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            entries.add(histogram == null ? missing(cell) : percentile(histogram, percentile, scale));
        }
        entries.add(histogram == null ? missing(cell) : new Entry.Text(scale.format(histogram.getMaxValue())));
        entries.add(histogram == null ? missing(cell) : new Entry.Text(Long.toString(histogram.getTotalCount())));
        return entries;
    }

    private static Entry percentile(Histogram histogram, double percentile, Scale scale) {
        double beyond = histogram.getTotalCount() * (1 - percentile / 100);
        return new Entry.Text(beyond < BEYOND ? "too few" : scale.format(histogram.getValueAtPercentile(percentile)));
    }

    private static Entry missing(CellResult cell) {
        return new Entry.Missing(cell.absence().orElse(new Absence(Absence.Kind.PENDING, "no latencies were taken")));
    }
}
