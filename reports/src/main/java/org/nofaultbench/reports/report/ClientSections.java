// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** What do clients cost that come and go, take their pages away, attack, or just draw? */
public final class ClientSections {

    private static final Scale US = Scale.MICROSECONDS;
    private static final Scale MS = Scale.MILLISECONDS;
    private static final String STOLEN = "stolenNsPerTruncate";
    private static final String REATTACHED = "reattachmentCount";
    private static final String WORST = "worstAccessNs";
    private static final String LOST = "lostAccessesCount";
    private static final String LATE = "lateFramesCount";
    private static final String SPEED_LEFT = "throughputLeftShare";
    private static final String HERTZ = "hertz";
    private static final String READERS = "readers";

    private ClientSections() {}

    /** A column that not every run can fill: pairs do not count what JMH forks count. */
    private static void addMeasured(
            Table.Builder<CellResult> table,
            List<CellResult> cells,
            String metric,
            String title,
            Function<CellResult, ?> entry) {
        if (has(cells, metric)) {
            table.column(title, entry::apply);
        }
    }

    private static boolean has(List<CellResult> cells, String metric) {
        return cells.stream().anyMatch(cell -> cell.metric(metric).isPresent());
    }

    static Section lifecycle() {
        return new PanelSection("lifecycle", "The life of a pool", "PoolLifecycle")
                .explained("A cycle is attaching, the first read, unmapping and closing; the second read and the"
                        + " resize by a page are timed separately. The client has ended by then, so the close"
                        + " frees the pages of the file. populate says how the pages are brought in: each at"
                        + " its first read, by MAP_POPULATE, or by MADV_POPULATE_READ.")
                .showing(panel -> panel.table(", \u00b5s, ratio to " + panel.baseline())
                        .column("cycle", cell -> Entry.judged(cell, US))
                        .column("attach", cell -> Entry.metric(cell, "attachNs", US))
                        .column("first read", cell -> Entry.metric(cell, "firstReadNs", US))
                        .column("second read", cell -> Entry.metric(cell, "warmReadNs", US))
                        .column("resize", cell -> Entry.metric(cell, "resizeNs", US))
                        .column("unmap", cell -> Entry.metric(cell, "unmapNs", US))
                        .column("close", cell -> Entry.metric(cell, "closeNs", US))
                        .addTo(panel.blocks()));
    }

    public static Section recovery() {
        return new PanelSection("recovery", "Recovery from truncation", "TruncationRecovery")
                .explained("From the first touched lost page until the access has returned, timed in C; attaching the"
                        + " pool again for the next access is not included. A strategy that abandons the"
                        + " access returns sooner because it reads less.")
                .showing(panel -> {
                    panel.rowChart(
                            "Recovery",
                            "Time in microseconds until an access to lost pages has returned, by strategy",
                            new Chart.Axis("one recovery", US, true));
                    panel.ratios(Panel.WORKLOAD, "time of one recovery");
                });
    }

    public static Section hostile() {
        return new PanelSection("hostile", "Under attack", "HostileClient")
                .explained(analysis ->
                        "One client truncates and regrows its file at random, as fast as it can; another client has drawn"
                                + " and wants to be shown at 240 Hz. The time for the attacker's buffer includes mapping"
                                + " it again after a loss."
                                + (has(analysis.measured("HostileClient"), STOLEN)
                                        ? " Stolen per truncate: time above that without an attack, per ftruncate call;"
                                                + " not shown where the interval includes zero."
                                        : "")
                                + (has(analysis.measured("HostileClient"), LATE)
                                        ? " Late deadlines: those that passed before the other client was shown; one"
                                                + " long frame may miss several."
                                        : "")
                                + ofZeros(analysis))
                .showing(panel -> {
                    List<CellResult> slowestFirst = panel.cells().stream()
                            .sorted(Comparator.comparingDouble(
                                    cell -> -cell.figure().map(Estimate::median).orElse(Double.NEGATIVE_INFINITY)))
                            .toList();
                    panel.rowChart(
                            "Under attack",
                            "",
                            "Time for the attacker's buffer in one frame, by strategy, slowest first",
                            new Chart.Axis("one frame of the attacker", MS, true),
                            slowestFirst);
                    String caption = ", slowest first, ratio to " + panel.baseline();
                    Table.Builder<CellResult> table = panel.table(caption, Panel.STRATEGY, slowestFirst)
                            .column("attacker's frame, ms", cell -> Entry.judged(cell, MS));
                    addMeasured(table, slowestFirst, STOLEN, "stolen per truncate, ns", ClientSections::stolen);
                    addMeasured(
                            table, slowestFirst, SPEED_LEFT, "share of unattacked speed", ClientSections::speedLeft);
                    addMeasured(table, slowestFirst, WORST, "worst, ms", cell -> Entry.worst(cell, WORST, MS));
                    addMeasured(
                            table,
                            slowestFirst,
                            LOST,
                            "losses reported",
                            cell -> Entry.count(cell, LOST, "framesCount"));
                    addMeasured(table, slowestFirst, LATE, "late deadlines", cell -> Entry.count(cell, LATE));
                    table.addTo(panel.blocks());
                });
    }

    /**
     * Which strategies read only zeros after the first loss, since nobody told the compositor to map the buffer again; empty
     * where there is none.
     */
    public static String ofZeros(Analysis analysis) {
        String names = analysis.measured("HostileClient").stream()
                .filter(cell -> cell.hasFigure() && stays(cell))
                .map(CellResult::rowName)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : " Not mapped again in this run, so that after the first loss it read only zeros and is not"
                        + " comparable: " + names + ".";
    }

    /** Runs that do not count how often a buffer was mapped again saw no loss that libwayland's own handler answered. */
    private static boolean stays(CellResult cell) {
        return cell.rowName().equals("guard-libwayland")
                && cell.total(REATTACHED).orElse(0) == 0;
    }

    /** Empty where it may be nothing: time under attack need not exceed the time without an attack. */
    private static Optional<Entry> stolen(CellResult cell) {
        return cell.metric(STOLEN)
                        .filter(stolen -> stolen.interval().map(Interval::low).orElse(stolen.median()) < 0)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Entry.metric(cell, STOLEN, new Scale("ns", 1, 0)));
    }

    private static Optional<Entry> speedLeft(CellResult cell) {
        return cell.metric(SPEED_LEFT).filter(share -> share.median() > 1).isPresent()
                ? Optional.empty()
                : Optional.of(Entry.metric(cell, SPEED_LEFT, new Scale("\u00d7", 1, 2)));
    }

    static Section frames() {
        return new PanelSection("frames", "Frames of real clients", "FrameCycle")
                .explained("Client processes draw when they are called back and commit; at each deadline the"
                        + " compositor reads what every client shows. Missed: deadlines without a frame."
                        + " Late: deadlines at which a client that had been called back had not committed"
                        + " yet. Lost: commits that never arrived. Torn: buffers whose bytes are not those of"
                        + " the commit. The clients share the CPUs that the compositor does not use; with few"
                        + " CPUs, late commits show how long drawing takes.")
                .showing(panel -> {
                    panel.rowChart(
                            "Work of a frame",
                            "Time that the compositor works in one frame, by strategy",
                            new Chart.Axis("work of one frame", MS, true));
                    panel.table(", of all rounds together")
                            .column("work of a frame, ms", cell -> Entry.figure(cell, MS))
                            .column("% of the frame", ClientSections::shareOfFrame)
                            .column("worst, ms", cell -> Entry.worst(cell, "worstFrameNs", MS))
                            .column("missed frames", cell -> Entry.count(cell, "missedFramesCount", "framesCount"))
                            .column("late commits", cell -> Entry.count(cell, "lateCommitsCount"))
                            .column("lost commits", cell -> Entry.count(cell, "lostCommitsCount", "commitsCount"))
                            .column("torn commits", cell -> Entry.count(cell, "tornCommitsCount", "commitsCount"))
                            .addTo(panel.blocks());
                });
    }

    /** Of the time between two deadlines; a dash where the run does not say how long that is. */
    private static Entry shareOfFrame(CellResult cell) {
        String hertz = cell.parameter(HERTZ);
        Optional<Estimate> share = hertz.matches("[1-9][0-9]{0,3}")
                ? cell.figure(ns -> ns * 100 * Integer.parseInt(hertz) / 1e9)
                : Optional.empty();
        return Entry.figure(cell, Origin.ofCell(Statistic.FRAME_SHARE, hertz, cell), share, "%", new Scale("%", 1, 1));
    }

    static Section scaling() {
        return new PanelSection("scaling", "Several readers", "Scaling", READERS)
                .explained("Threads of one process, each reading its own pool. With recovering=yes one more thread"
                        + " keeps losing a pool, so all threads contend for the lock of the memory map and"
                        + " for TLB shoot-downs. With more threads than processors the figures include"
                        + " waiting for a CPU.")
                .showing(panel -> panel.ratios(READERS, "time of one access by number of readers,"));
    }
}
