// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;
import org.nofaultbench.reports.model.EnvironmentKernelBuilder;

class EmulationTest {

    private static Environment machine(String hypervisor) {
        return EnvironmentBuilder.builder()
                .machine("m")
                .kernel(EnvironmentKernelBuilder.builder()
                        .release("6.12")
                        .hypervisor(hypervisor)
                        .build())
                .build();
    }

    @Test
    void givesTheTimesOfAnEmulatedCpuAUnitOfTheirOwn() {
        assertThat(Emulation.timeUnit(machine(Emulation.NAME))).isEqualTo("emulated-ns/op");
        assertThat(Emulation.timeUnit(machine("KVM"))).isEqualTo("ns/op");
        assertThat(Emulation.timeUnit(machine(null))).isEqualTo("ns/op");
    }
}
