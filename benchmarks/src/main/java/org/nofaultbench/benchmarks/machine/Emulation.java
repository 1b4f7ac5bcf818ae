// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

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
}
