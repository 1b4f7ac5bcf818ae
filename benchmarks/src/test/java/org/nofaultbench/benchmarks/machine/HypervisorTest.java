// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;
import org.nofaultbench.reports.model.EnvironmentKernelBuilder;

class HypervisorTest {

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
        assertThat(Hypervisor.timeUnit(machine(Hypervisor.EMULATED))).isEqualTo("emulated-ns/op");
        assertThat(Hypervisor.timeUnit(machine("KVM"))).isEqualTo("ns/op");
        assertThat(Hypervisor.timeUnit(machine(null))).isEqualTo("ns/op");
    }
}
