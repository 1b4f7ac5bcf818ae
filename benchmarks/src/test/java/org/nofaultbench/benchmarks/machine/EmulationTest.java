// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Environment;

class EmulationTest {

    private static Environment machine(String hypervisor) {
        return new Environment(
                "m",
                null,
                null,
                new Environment.Kernel("6.12", null, null, null, null, hypervisor),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void givesTheTimesOfAnEmulatedCpuAUnitOfTheirOwn() {
        assertThat(Emulation.timeUnit(machine(Emulation.NAME))).isEqualTo("emulated-ns/op");
        assertThat(Emulation.timeUnit(machine("KVM"))).isEqualTo("ns/op");
        assertThat(Emulation.timeUnit(machine(null))).isEqualTo("ns/op");
    }
}
