// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Environment;

class EmulationTest {

    private static Environment machine(String hypervisor) {
        return new Environment("m", null, null, new Environment.Kernel("6.12", null, null, null, null, hypervisor),
                null, null, null, null, null);
    }

    private static CellEntry cell(String unit) {
        return new CellEntry("GuardCost.beginEnd/sealed", "GuardCost", "beginEnd", "sealed", Map.of(), "primary", unit,
                null, 1, null, null);
    }

    @Test
    void takesTheUnitOfTimesFromAnEmulatedCpu() {
        assertThat(Emulation.marked(List.of(cell("ns/op")), machine(Emulation.NAME)))
                .containsExactly(cell("emulated-ns/op"));
    }

    @Test
    void leavesOtherMachinesAndOtherUnitsAlone() {
        assertThat(Emulation.marked(List.of(cell("ns/op")), machine("KVM"))).containsExactly(cell("ns/op"));
        assertThat(Emulation.marked(List.of(cell("ns/op")), machine(null))).containsExactly(cell("ns/op"));
        assertThat(Emulation.marked(List.of(cell("instructions")), machine(Emulation.NAME)))
                .containsExactly(cell("instructions"));
    }
}
