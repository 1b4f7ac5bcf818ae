// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;

/** What does the kernel, and the processor, count in one access? */
final class CountersSection implements Section {

    private static final String ID = "counters";
    private static final String TITLE = "Counted in one access";
    private static final String BENCHMARK = "ReadLatency";
    private static final String ERRNO = "hardwareCountersErrno";
    private static final int EACCES = 13;
    private static final int ENOENT = 2;
    private static final List<String> OF_THE_KERNEL =
            List.of("minorFaultsPerAccess", "contextSwitchesPerAccess", "signalsPerAccess");
    private static final List<String> OF_THE_PROCESSOR =
            List.of("instructionsPerAccess", "cyclesPerAccess", "dtlbMissesPerAccess");

    @Override
    public Content of(Analysis analysis) {
        List<CellResult> counted = analysis.of(BENCHMARK);
        if (counted.stream().noneMatch(cell -> cell.metric(OF_THE_KERNEL.get(0)).isPresent())) {
            return Content.notMeasured(ID, TITLE);
        }
        List<Block> blocks = analysis.panels(counted, Set.of(Panel.STRATEGY)).stream()
                .<Block>map(CountersSection::table)
                .toList();
        return Content.of(ID, TITLE, "Minor faults, context switches and signals that the handlers answered, by access of a warm"
                + " buffer, in a batch of its own. " + hardware(counted), blocks).onPageOnly();
    }

    private static Table table(Panel panel) {
        List<Table.Row> rows = panel.cells().stream()
                .map(cell -> new Table.Row(cell.rowName(), cell.standIn(), entries(cell)))
                .toList();
        return new Table(panel.title() + ", per access", Panel.STRATEGY,
                List.of("minor faults", "context switches", "signals", "instructions", "cycles", "dTLB misses"), rows);
    }

    private static List<Entry> entries(CellResult cell) {
        return Stream.concat(
                        OF_THE_KERNEL.stream().map(metric -> Entry.metric(cell, metric, new Scale("", 1, 4))),
                        OF_THE_PROCESSOR.stream().map(metric -> processor(cell, metric)))
                .toList();
    }

    private static Entry processor(CellResult cell, String metric) {
        boolean skipped = cell.metric(metric).isEmpty() && cell.absence().isEmpty();
        return skipped ? new Entry.Text("SKIPPED") : Entry.metric(cell, metric, new Scale("", 1, 1));
    }

    private static String hardware(List<CellResult> cells) {
        OptionalDouble errno = cells.stream()
                .flatMapToDouble(cell -> cell.worst(ERRNO).stream())
                .max();
        int why = (int) errno.orElse(0);
        return switch (why) {
            case 0 -> "Instructions, cycles and dTLB misses of loads are the processor's, in user space.";
            case ENOENT -> "SKIPPED: this machine has no hardware counters, as is usual in a virtual one (ENOENT).";
            case EACCES -> "SKIPPED: the kernel allows no hardware counters to this user (EACCES;"
                    + " sysctl kernel.perf_event_paranoid=2 does).";
            default -> "SKIPPED: the hardware counters could not be opened (errno=" + why + ").";
        };
    }
}
