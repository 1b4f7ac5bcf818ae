// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import static org.nofaultbench.reports.document.PanelBlocks.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Baselines;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;

/** What does it cost to read, or write, a buffer while its client behaves? */
final class AccessSections {

    private static final String DAMAGE = "damage";
    private static final String KERNEL = "kernel";

    private AccessSections() {}

    static Section throughput() {
        return new PanelSection(
                "throughput",
                "Throughput by buffer size",
                "BufferRead",
                Set.of(Panel.STRATEGY, Panel.SIZE),
                "Bytes of one access over its time, guard included. Median of the forks, one fork a round; bars and brackets are"
                        + " 95% intervals of the median. Small buffers stay in the cache nearest to the core, large ones come from memory.",
                (panel, blocks) -> {
                    blocks.addAll(panel.lines(
                            Panel.SIZE,
                            "Throughput",
                            "Throughput in gigabytes a second of each strategy at each buffer size",
                            new Chart.Axis("throughput", Scale.GIGABYTES_PER_SECOND, true),
                            "bytes read by one access",
                            AccessSections::throughput));
                    blocks.add(panel.grid(
                            Panel.SIZE,
                            "GB/s (1 GB = 10^9 bytes)",
                            (cell, scale) -> Entry.figure(
                                    cell,
                                    Origin.ofCell(Statistic.THROUGHPUT, cell),
                                    rate(cell),
                                    "GB/s",
                                    Scale.GIGABYTES_PER_SECOND)));
                });
    }

    /** Such as {@code 27.6 GB/s}; empty without a figure in nanoseconds. */
    static Optional<Value> throughput(CellResult cell) {
        return rate(cell)
                .map(rate -> Value.estimate(
                        Origin.ofCell(Statistic.THROUGHPUT, cell),
                        rate,
                        "GB/s",
                        Scale.GIGABYTES_PER_SECOND.brief(rate.median())));
    }

    /** Bytes a nanosecond are gigabytes a second. */
    private static Optional<Estimate> rate(CellResult cell) {
        Long bytes = cell.cell().bytesPerAccess();
        return bytes == null || !cell.cell().unit().equals("ns/op")
                ? Optional.empty()
                : cell.figure(nanoseconds -> bytes / nanoseconds);
    }

    static Section cost() {
        return new PanelSection(
                "cost",
                "Cost relative to the baseline",
                "BufferRead",
                Set.of(Panel.STRATEGY, Panel.SIZE),
                analysis ->
                        "Ratio of times within a round, to the baseline's fork of the same round; median over the rounds. Above 1 is"
                                + " slower. EQUIVALENT: the whole 95% interval lies inside the margin of "
                                + analysis.margin()
                                + ". UNDECIDED is not \"the same\".",
                (panel, blocks) -> {
                    costs(panel).ifPresent(blocks::add);
                    blocks.add(panel.ratios(Panel.SIZE, "time of one access"));
                });
    }

    private static Optional<Chart> costs(PanelBlocks panel) {
        List<CellResult> compared = panel.cells().stream()
                .filter(cell -> cell.comparison().isPresent())
                .toList();
        List<String> rows = compared.stream().map(Palette::nameOf).distinct().toList();
        List<Chart.Series> series = new ArrayList<>();
        for (String size : panel.panel().values(Panel.SIZE)) {
            List<Chart.Mark> marks = panel.panel().at(Panel.SIZE, size).stream()
                    .filter(compared::contains)
                    .map(cell -> new Chart.Mark(rows.indexOf(Palette.nameOf(cell)), Value.ratio(cell)))
                    .toList();
            if (!marks.isEmpty() && series.size() < Chart.MOST_SERIES) {
                series.add(new Chart.Series(size, series.size(), marks));
            }
        }
        String baseline = Baselines.named(panel.panel());
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.AtPlaces(
                        panel.anchors().idFor(panel.panel().label()),
                        "Time relative to " + baseline + ", " + panel.panel().label(),
                        "Ratio of the time of one access to that of " + baseline
                                + ", by strategy and buffer size; 1 is the same time, and the shaded band is the margin of "
                                + panel.analysis().margin() + panel.from(panel.cells()),
                        new Chart.Axis(
                                "time relative to " + baseline + ", 1 = same, right = slower", Scale.ofRatios(), true),
                        series,
                        "",
                        rows,
                        true,
                        Optional.of(panel.analysis().margin().band())));
    }

    static Section guardCost() {
        return new PanelSection(
                "guard-cost",
                "Guard entry and exit",
                "GuardCost",
                Set.of(Panel.STRATEGY),
                "One begin and one end around nothing. The time of the loop itself is in every row; the difference to the control,"
                        + " taken within each round, is what the guard adds to an access.",
                (panel, blocks) -> {
                    Scale scale = panel.scale(
                            Panel.WORKLOAD, panel.panel().values(Panel.WORKLOAD).get(0));
                    panel.rowChart(
                                    "Guard entry and exit",
                                    "",
                                    "Time of one entry and exit of each guard",
                                    new Chart.Axis("one entry and exit", scale, true),
                                    panel.cells())
                            .ifPresent(blocks::add);
                    blocks.add(panel.table(
                            ", per access",
                            List.of(
                                    column("begin and end, " + scale.unit(), cell -> Entry.figure(cell, scale)),
                                    column(
                                            "minus " + Baselines.named(panel.panel()) + ", " + scale.unit(),
                                            cell -> cell.figures().isEmpty()
                                                            || cell.cell().baseline() != null
                                                    ? Entry.difference(cell, scale)
                                                    : new Entry.Text("control")))));
                });
    }

    static Section staging() {
        return new PanelSection(
                "staging",
                "Rows into a staging buffer",
                "StagedRead",
                Set.of(Panel.STRATEGY, KERNEL),
                "Every row of the buffer is copied, as a texture upload does, or blended over what is there, as a compositor"
                        + " without a GPU does. A strategy is compared with the control under the same kernel, and the control with"
                        + " another library's loop: copy with the C library's memcpy, blend with pixman. Strategies that copy by nature put"
                        + " the bytes straight into the staging buffer.",
                (panel, blocks) -> {
                    for (String kernel : panel.panel().values(KERNEL)) {
                        panel.rowChart(
                                        "Staging",
                                        "kernel=" + kernel,
                                        "Time of bringing every row of the buffer to a staging buffer, by strategy",
                                        new Chart.Axis("one access", Scale.MICROSECONDS, true),
                                        panel.panel().at(KERNEL, kernel))
                                .ifPresent(blocks::add);
                    }
                    blocks.add(panel.grid(KERNEL, "time of one access and ratio", Entry::judged));
                });
    }

    static Section damage() {
        return new PanelSection(
                "damage",
                "Reading damage",
                "DamageRead",
                Set.of(Panel.STRATEGY, DAMAGE),
                "A share of the buffer's area between one begin and one end: one rectangle in its middle, sixteen from corner to"
                        + " corner, or a column as high as the buffer. The smaller the damage, the more weighs what is paid once per"
                        + " access; the narrower the rectangle, the more weighs what is paid once per row.",
                (panel, blocks) -> {
                    blocks.addAll(panel.lines(
                            DAMAGE,
                            "Reading damage",
                            "Time in microseconds of one read of each share of the buffer, by strategy",
                            new Chart.Axis("one read", Scale.MICROSECONDS, true),
                            "share of the buffer",
                            cell -> cell.figure().map(figure -> Value.time(cell, Scale.MICROSECONDS))));
                    blocks.add(panel.ratios(DAMAGE, "time of one access"));
                });
    }

    static Section capture() {
        return new PanelSection(
                "capture",
                "Writing to a client's buffer",
                "CaptureWrite",
                Set.of(Panel.STRATEGY),
                "The tenth of a compositor's accesses that a private mapping cannot serve, such as screen capture. copy-pread"
                        + " stands for pwrite and copy-uring for io_uring writes; the others write through their shared mapping.",
                (panel, blocks) -> blocks.add(panel.ratios(Panel.WORKLOAD, "time of one filled buffer")));
    }

    static Section callOverhead() {
        return new PanelSection(
                "call-overhead",
                "What a call costs",
                "CallOverhead",
                Set.of(Panel.STRATEGY, Panel.WORKLOAD),
                "An empty call from Java costs more than reading a small buffer, so every other figure is per access of a batch"
                        + " that runs inside C. The loop through the access contract beside the same loop in plain C shows what the"
                        + " contract adds.",
                (panel, blocks) -> {
                    panel.rowChart(
                                    "What a call costs",
                                    "",
                                    "Time of an empty native call and of one access in a batch",
                                    new Chart.Axis("one operation", Scale.NANOSECONDS, true),
                                    panel.cells())
                            .ifPresent(blocks::add);
                    blocks.add(panel.table(
                            ", per operation",
                            "operation",
                            panel.cells(),
                            List.of(column("ns", cell -> Entry.figure(cell, Scale.NANOSECONDS)))));
                });
    }
}
