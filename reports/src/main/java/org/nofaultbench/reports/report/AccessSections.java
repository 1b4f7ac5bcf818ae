// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellMargin;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Margin;

/** What does it cost to read, or write, a buffer while its client behaves, and to use none of this? */
final class AccessSections {

    private static final Scale GIGABYTES = Scale.GIGABYTES_PER_SECOND;
    private static final String DAMAGE = "damage";
    private static final String KERNEL = "kernel";

    private static final String LATENCY = "ReadLatency";
    private static final int EACCES = 13;
    private static final int ENOENT = 2;

    private AccessSections() {}

    static Section throughput() {
        return new PanelSection("throughput", "Throughput by buffer size", "BufferRead", Panel.SIZE)
                .explained("Bytes of one access divided by its time, guard included. Median over the rounds, with its"
                        + " 95% interval. fresh: just drawn by the client; warm: read before. Small buffers stay in"
                        + " the nearest cache, large ones come from the last one or from memory.")
                .showing(panel -> {
                    panel.lines(
                            Panel.SIZE,
                            "Throughput",
                            "Throughput in gigabytes a second of each strategy at each buffer size",
                            new Chart.Axis("throughput", GIGABYTES, true),
                            "bytes read by one access",
                            AccessSections::throughput);
                    panel.grid(Panel.SIZE, "GB/s (1 GB = 10^9 bytes)", (cell, scale) -> {
                        Origin origin = Origin.ofCell(Statistic.THROUGHPUT, cell);
                        return Entry.figure(cell, origin, rate(cell), "GB/s", GIGABYTES);
                    });
                });
    }

    /** Such as {@code 27.6 GB/s}; empty without a figure in nanoseconds. */
    static Optional<Value> throughput(CellResult cell) {
        Origin origin = Origin.ofCell(Statistic.THROUGHPUT, cell);
        return rate(cell).map(rate -> Value.estimate(origin, rate, "GB/s", GIGABYTES.brief(rate.median())));
    }

    /** Bytes a nanosecond are gigabytes a second. */
    private static Optional<Estimate> rate(CellResult cell) {
        Long bytes = cell.cell().bytesPerAccess();
        return bytes == null || !cell.cell().unit().equals("ns/op")
                ? Optional.empty()
                : cell.figure(nanoseconds -> bytes / nanoseconds);
    }

    static Section cost() {
        return new PanelSection("cost", "Cost relative to the baseline", "BufferRead", Panel.SIZE)
                .explained(analysis ->
                        "Median over the rounds of the ratio to the baseline. Above 1 is slower. UNDECIDED is not \"the"
                                + " same\"; EQUIVALENT is: the whole 95% interval lies inside the margin of "
                                + analysis.margins(analysis.measured("BufferRead")) + ".")
                .showing(panel -> {
                    addCostChart(panel);
                    panel.ratios(Panel.SIZE, "time of one access");
                });
    }

    private static void addCostChart(PanelBlocks panel) {
        List<CellResult> compared = panel.cells().stream()
                .filter(cell -> cell.comparison().isPresent())
                .toList();
        List<String> rows = compared.stream().map(Palette::nameOf).distinct().toList();
        List<Chart.Series> series = new ArrayList<>();
        panel.panel().values(Panel.SIZE).stream()
                .filter(size -> compared.stream()
                        .anyMatch(cell -> cell.parameter(Panel.SIZE).equals(size)))
                .limit(Chart.MOST_SERIES)
                .forEach(size -> series.add(new Chart.Series(
                        size,
                        series.size(),
                        compared.stream()
                                .filter(cell -> cell.parameter(Panel.SIZE).equals(size))
                                .map(cell -> new Chart.Mark(rows.indexOf(Palette.nameOf(cell)), Value.ratio(cell)))
                                .toList())));
        if (rows.size() > 1) {
            List<Margin> margins = CellMargin.widths(compared, panel.analysis().margin());
            String baseline = panel.baseline();
            String what = "time relative to " + baseline + ", 1 = same, right = slower";
            panel.blocks()
                    .add(new Chart.AtPlaces(
                            panel.anchors().idFor(panel.panel().label()),
                            "Time relative to " + baseline + ", "
                                    + panel.panel().label(),
                            "Ratio of the time of one access to that of " + baseline
                                    + ", by strategy and buffer size; 1 is the same time"
                                    + (margins.size() == 1
                                            ? ", and the shaded band is the margin of " + margins.get(0)
                                            : "")
                                    + panel.from(panel.cells()),
                            new Chart.Axis(what, Scale.ofRatios(), true),
                            series,
                            "",
                            rows,
                            true,
                            margins.size() == 1 ? Optional.of(margins.get(0).band()) : Optional.empty()));
        }
    }

    static Section guardCost() {
        return new PanelSection("guard-cost", "Guard entry and exit", "GuardCost")
                .explained("One begin and one end with no read between them, including the loop itself. Minus the"
                        + " baseline: median difference within each round, which is what the guard adds to an"
                        + " access; where both took turns in one process, it comes from other forks than the"
                        + " first column.")
                .showing(panel -> {
                    Scale scale = Scale.ofCells(panel.cells());
                    panel.rowChart(
                            "Guard entry and exit",
                            "Time of one entry and exit of each guard",
                            new Chart.Axis("one entry and exit", scale, true));
                    panel.table(", per access")
                            .column("begin and end, " + scale.unit(), cell -> Entry.figure(cell, scale))
                            .column("minus " + panel.baseline() + ", " + scale.unit(), cell -> addedTime(cell, scale))
                            .addTo(panel.blocks());
                });
    }

    private static Object addedTime(CellResult cell, Scale scale) {
        return cell.hasFigure() && cell.cell().baseline() == null ? "control" : Entry.difference(cell, scale);
    }

    static Section staging() {
        return new PanelSection("staging", "Rows into a staging buffer", "StagedRead", KERNEL)
                .explained("Every row of the buffer is copied, as a texture upload does, or blended over what is"
                        + " there, as a compositor without a GPU does. A strategy is compared with the"
                        + " control that uses the same loop (kernel=), and the control with the loop of another"
                        + " library: memcpy of the C library for copy, pixman for blend. Strategies that copy"
                        + " anyway write straight into the staging buffer.")
                .showing(panel -> {
                    for (String kernel : panel.panel().values(KERNEL)) {
                        panel.rowChart(
                                "Staging",
                                "kernel=" + kernel,
                                "Time of bringing every row of the buffer to a staging buffer, by strategy",
                                new Chart.Axis("one access", Scale.MICROSECONDS, true),
                                panel.panel().at(KERNEL, kernel));
                    }
                    panel.grid(KERNEL, "time of one access and ratio", Entry::judged);
                });
    }

    static Section damage() {
        return new PanelSection("damage", "Reading damage", "DamageRead", DAMAGE)
                .explained("Each access reads a share of the buffer's area: one rectangle in its middle, sixteen"
                        + " rectangles along the diagonal, or a column as high as the buffer. Small damage"
                        + " shows the cost per access, a narrow rectangle the cost per row.")
                .showing(panel -> {
                    panel.lines(
                            DAMAGE,
                            "Reading damage",
                            "Time in microseconds of one read of each share of the buffer, by strategy",
                            new Chart.Axis("one read", Scale.MICROSECONDS, true),
                            "share of the buffer",
                            cell -> cell.figure().map(figure -> Value.time(cell, Scale.MICROSECONDS)));
                    panel.ratios(DAMAGE, "time of one access");
                });
    }

    static Section capture() {
        return new PanelSection("capture", "Writing to a client's buffer", "CaptureWrite")
                .explained("Writes, such as screen capture: the tenth of a compositor's accesses that a private"
                        + " mapping cannot serve. copy-pread stands for pwrite and copy-uring for io_uring"
                        + " writes; the others write through their shared mapping.")
                .showing(panel -> panel.ratios(Panel.WORKLOAD, "time of one filled buffer"));
    }

    static Section callOverhead() {
        return new PanelSection("call-overhead", "What a call costs", "CallOverhead", Panel.WORKLOAD)
                .explained("An empty call from Java costs more than reading a small buffer, so every other figure is"
                        + " per access of a batch that runs in C. The loop through the access contract and"
                        + " the same loop in plain C show what the contract adds.")
                .showing(panel -> {
                    panel.rowChart(
                            "What a call costs",
                            "Time of an empty native call and of one access in a batch",
                            new Chart.Axis("one operation", Scale.NANOSECONDS, true));
                    panel.table(", per operation", "operation", panel.cells())
                            .column("ns", cell -> Entry.figure(cell, Scale.NANOSECONDS))
                            .addTo(panel.blocks());
                });
    }

    static Section counters() {
        return new PanelSection("counters", "Counted in one access", LATENCY)
                .explained(analysis ->
                        "Minor faults, context switches and signals answered by handlers, per access of a warm"
                                + " buffer, counted in a separate batch. " + hardware(analysis))
                .showing(AccessSections::addCounters);
    }

    private static void addCounters(PanelBlocks panel) {
        if (has(panel, "minorFaultsPerAccess")) {
            Table.Builder<CellResult> table = panel.table(", per access")
                    .column("minor faults", cell -> counter(cell, "minorFaultsPerAccess", 4))
                    .column("context switches", cell -> counter(cell, "contextSwitchesPerAccess", 4))
                    .column("signals", cell -> counter(cell, "signalsPerAccess", 4));
            if (has(panel, "instructionsPerAccess")) {
                table.column("instructions", cell -> counter(cell, "instructionsPerAccess", 1))
                        .column("cycles", cell -> counter(cell, "cyclesPerAccess", 1))
                        .column("dTLB misses", cell -> counter(cell, "dtlbMissesPerAccess", 1));
            }
            table.addTo(panel.blocks());
        }
    }

    private static boolean has(PanelBlocks panel, String metric) {
        return panel.cells().stream().anyMatch(cell -> cell.metric(metric).isPresent());
    }

    private static Entry counter(CellResult cell, String metric, int decimals) {
        return Entry.metric(cell, metric, new Scale("", 1, decimals));
    }

    private static String hardware(Analysis analysis) {
        int errno = (int) analysis.measured(LATENCY).stream()
                .flatMapToDouble(cell -> cell.worst("hardwareCountersErrno").stream())
                .max()
                .orElse(0);
        return switch (errno) {
            case 0 -> "Instructions, cycles and dTLB misses of loads are the processor's, in user space.";
            case ENOENT -> "This machine has no hardware counters, as is usual in a virtual one (ENOENT).";
            case EACCES ->
                "The kernel allows no hardware counters to this user (EACCES; sysctl kernel.perf_event_paranoid=2 does).";
            default -> "The hardware counters could not be opened (errno=" + errno + ").";
        };
    }

    static Section instructions() {
        return new PanelSection("instructions", "Instructions", "InstructionClock")
                .explained("Counted by the clock of an emulated CPU of a fixed model, user space and kernel together."
                        + " They are not times: an instruction that waits for memory counts as one. A lost"
                        + " page: what an access after a loss takes above the same access of existing pages,"
                        + " per page.")
                .showing(panel -> panel.table("")
                        .column("instructions", cell -> Entry.figure(cell, new Scale("instructions", 1, 1)))
                        .addTo(panel.blocks()));
    }

    static Section nonUsers() {
        return new PanelSection("non-users", "Programs that use none of this", "NonUser", Panel.WORKLOAD)
                .explained("Page faults on anonymous memory and on files mapped privately and shared; mapping and"
                        + " unmapping; fork and exit. A kernel patch must not slow them down: compare with"
                        + " the same rows of a run on the other kernel.")
                .showing(panel -> panel.table("", "what", panel.cells())
                        .column("time of one, ns", cell -> Entry.figure(cell, Scale.NANOSECONDS))
                        .addTo(panel.blocks()));
    }
}
