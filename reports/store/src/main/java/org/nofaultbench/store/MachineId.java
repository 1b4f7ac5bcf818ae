// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.TreeMap;
import org.nofaultbench.reports.model.Environment;

/**
 * Id of a machine: a hash of facts that stay the same from boot to boot and from kernel to kernel. The clock rate and what is
 * computed from it ({@code cpu MHz}, bogomips) are none of them: they are another at every look.
 */
final class MachineId {

    private static final int CHARS = 12;

    private MachineId() {}

    /** The name is one of the facts: two machines of one model are two machines. */
    static String of(Environment environment) {
        Environment.Cpu cpu = environment.cpu();
        Environment.Memory memory = environment.memory();
        Environment.Kernel kernel = environment.kernel();
        return "m"
                + Sha256.of(
                                "folder",
                                environment.machine(),
                                cpu == null ? null : cpu.model(),
                                cpu == null ? null : cpu.architecture(),
                                cpu == null ? null : cpu.logicalCpus(),
                                cpu == null ? null : cpu.physicalCores(),
                                cpu == null ? null : cpu.smt(),
                                cpu == null || cpu.caches() == null ? null : new TreeMap<>(cpu.caches()),
                                memory == null || memory.totalBytes() == null ? null : sizeClass(memory.totalBytes()),
                                kernel == null ? null : kernel.hypervisor())
                        .substring(0, CHARS);
    }

    /** Of JMH files nothing is known but what the user calls the machine. */
    static String ofName(String name) {
        return "m" + Sha256.of("jmh", name).substring(0, CHARS);
    }

    /** The next power of two: what the kernel keeps for itself is another part of it with every kernel. */
    static long sizeClass(long bytes) {
        return bytes <= 1 ? 1 : Long.highestOneBit(bytes - 1) << 1;
    }
}
