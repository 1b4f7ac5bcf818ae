// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Environment;

/**
 * A CPU that is itself a program, as in the kernel lab: what it can do is what a CPU can, what it takes is not what a CPU
 * takes. Its times have a unit of their own, so that nothing shows them as times or compares them with any.
 */
public final class Emulation {

    /** What such a machine's hypervisor is called. */
    public static final String NAME = "emulated (QEMU TCG)";

    private static final String TIME = "ns/op";
    private static final String NO_TIME = "emulated-ns/op";

    private Emulation() {}

    /** The unit of what is timed on a machine. */
    public static String timeUnit(Environment environment) {
        return NAME.equals(environment.kernel().hypervisor()) ? NO_TIME : TIME;
    }

    /** Cells with the unit of a machine's times. */
    public static List<CellEntry> marked(List<CellEntry> cells, Environment environment) {
        return cells.stream().map(cell -> marked(cell, timeUnit(environment))).toList();
    }

    private static CellEntry marked(CellEntry cell, String timeUnit) {
        return new CellEntry(
                cell.id(),
                cell.benchmark(),
                cell.workload(),
                cell.strategy(),
                cell.parameters(),
                cell.metric(),
                cell.unit().equals(TIME) ? timeUnit : cell.unit(),
                cell.bytesPerAccess(),
                cell.opsPerInvocation(),
                cell.baseline(),
                cell.skipReason());
    }
}
