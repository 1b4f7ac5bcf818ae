// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;

/** What does the kernel, and the processor, count in one access? */
final class CountersSection extends PanelSection {

    private static final String BENCHMARK = "ReadLatency";
    private static final String ERRNO = "hardwareCountersErrno";
    private static final int EACCES = 13;
    private static final int ENOENT = 2;
    private static final List<String> OF_THE_KERNEL =
            List.of("minorFaultsPerAccess", "contextSwitchesPerAccess", "signalsPerAccess");
    private static final List<String> OF_THE_PROCESSOR =
            List.of("instructionsPerAccess", "cyclesPerAccess", "dtlbMissesPerAccess");

    CountersSection() {
        super("counters", "Counted in one access", BENCHMARK, Panel.STRATEGY);
    }

    @Override
    String explanation(Analysis analysis) {
        OptionalDouble errno = analysis.measured(BENCHMARK).stream()
                .flatMapToDouble(cell -> cell.worst(ERRNO).stream())
                .max();
        return "Minor faults, context switches and signals that the handlers answered, by access of a warm buffer, in a batch of"
                + " its own. " + hardware((int) errno.orElse(0));
    }

    private static String hardware(int errno) {
        return switch (errno) {
            case 0 -> "Instructions, cycles and dTLB misses of loads are the processor's, in user space.";
            case ENOENT -> "This machine has no hardware counters, as is usual in a virtual one (ENOENT).";
            case EACCES ->
                "The kernel allows no hardware counters to this user (EACCES; sysctl kernel.perf_event_paranoid=2 does).";
            default -> "The hardware counters could not be opened (errno=" + errno + ").";
        };
    }

    @Override
    void add(PanelBlocks panel, String label, List<Block> blocks) {
        if (panel.panel().cells().stream()
                .anyMatch(cell -> cell.metric(OF_THE_KERNEL.get(0)).isPresent())) {
            boolean hardware = panel.panel().cells().stream()
                    .anyMatch(cell -> cell.metric(OF_THE_PROCESSOR.get(0)).isPresent());
            blocks.add(panel.table(
                    panel.panel().title() + ", per access",
                    hardware
                            ? List.of(
                                    "minor faults",
                                    "context switches",
                                    "signals",
                                    "instructions",
                                    "cycles",
                                    "dTLB misses")
                            : List.of("minor faults", "context switches", "signals"),
                    cell -> Stream.concat(
                                    OF_THE_KERNEL.stream()
                                            .map(metric -> Entry.metric(cell, metric, new Scale("", 1, 4))),
                                    OF_THE_PROCESSOR.stream()
                                            .filter(metric -> hardware)
                                            .map(metric -> Entry.metric(cell, metric, new Scale("", 1, 1))))
                            .toList()));
        }
    }
}
