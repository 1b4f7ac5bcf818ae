// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;

class MachineIdTest {

    private static Environment machine(
            String name, int cpus, long memoryBytes, String kernel, String governor, long mhz) {
        return EnvironmentBuilder.builder()
                .machine(name)
                .cpu(new Environment.Cpu(
                        "CPU @ 2.20GHz",
                        "x86_64",
                        kernel,
                        cpus,
                        4,
                        true,
                        Map.of("L2", 1L << 20, "L1d", 32768L),
                        governor,
                        Map.of()))
                .memory(new Environment.Memory(memoryBytes, 4096L, kernel, "never", true, 0L))
                .kernel(new Environment.Kernel(kernel, kernel, kernel, kernel, kernel, "KVM"))
                .jvm(new Environment.Jvm(kernel, kernel, kernel, List.of()))
                .before(new Environment.State("2026-11-30T00:00:00Z", 1.0, 1L, 1L, 1L, mhz))
                .build();
    }

    @Test
    void staysTheSameFromBootToBoot() {
        Environment monday = machine("lab1", 8, (16L << 30) - 300_000_000, "6.12.1", "powersave", 800);
        Environment friday = machine("lab1", 8, (16L << 30) - 700_000_000, "6.18.0", "performance", 3600);
        assertThat(MachineId.of(friday)).isEqualTo(MachineId.of(monday)).matches("m[0-9a-f]{12}");
    }

    @Test
    void tellsMachinesApart() {
        Environment one = machine("lab1", 8, 16L << 30, "6.12.1", "powersave", 800);
        assertThat(List.of(
                        MachineId.of(one),
                        MachineId.of(machine("lab2", 8, 16L << 30, "6.12.1", "powersave", 800)),
                        MachineId.of(machine("lab1", 16, 16L << 30, "6.12.1", "powersave", 800)),
                        MachineId.of(machine("lab1", 8, 32L << 30, "6.12.1", "powersave", 800)),
                        MachineId.ofName("lab1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesAMachineOfWhichNothingIsKnown() {
        assertThat(MachineId.of(EnvironmentBuilder.builder().machine("x").build()))
                .matches("m[0-9a-f]{12}");
    }
}
