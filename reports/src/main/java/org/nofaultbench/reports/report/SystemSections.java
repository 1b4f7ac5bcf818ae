// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.OptionalDouble;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** What do kernel and processor count in an access, and what does code pay that uses none of this? */
final class SystemSections {

    private static final String LATENCY = "ReadLatency";
    private static final int EACCES = 13;
    private static final int ENOENT = 2;

    private SystemSections() {}

    static Section counters() {
        return new PanelSection("counters", "Counted in one access", LATENCY)
                .explained(analysis ->
                        "Minor faults, context switches and signals that the handlers answered, by access of a warm"
                                + " buffer, in a batch of its own. " + hardware(analysis))
                .showing(SystemSections::addCounters);
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
        OptionalDouble errno = analysis.measured(LATENCY).stream()
                .flatMapToDouble(cell -> cell.worst("hardwareCountersErrno").stream())
                .max();
        return switch ((int) errno.orElse(0)) {
            case 0 -> "Instructions, cycles and dTLB misses of loads are the processor's, in user space.";
            case ENOENT -> "This machine has no hardware counters, as is usual in a virtual one (ENOENT).";
            case EACCES ->
                "The kernel allows no hardware counters to this user (EACCES; sysctl kernel.perf_event_paranoid=2 does).";
            default -> "The hardware counters could not be opened (errno=" + (int) errno.orElse(0) + ").";
        };
    }

    static Section instructions() {
        return new PanelSection("instructions", "Instructions", "InstructionClock")
                .explained(
                        "Counted by the clock of an emulated CPU of a fixed model, in user space and in the kernel together. They"
                                + " are no times: an instruction that waits for memory counts as one. A lost page is what the access after"
                                + " a loss takes above the same access of what is there, a page of it.")
                .showing(panel -> panel.table("")
                        .column("instructions", cell -> Entry.figure(cell, new Scale("instructions", 1, 1)))
                        .addTo(panel.blocks()));
    }

    static Section nonUsers() {
        return new PanelSection("non-users", "Programs that use none of this", "NonUser", Panel.WORKLOAD)
                .explained(
                        "Page faults on anonymous memory and on files mapped privately and shared, mapping and unmapping, a"
                                + " process forked and ended. A kernel patch must not slow them down: compare these with the same rows of a"
                                + " run on the other kernel.")
                .showing(panel -> panel.table("", "what", panel.cells())
                        .column("time of one, ns", cell -> Entry.figure(cell, Scale.NANOSECONDS))
                        .addTo(panel.blocks()));
    }
}
