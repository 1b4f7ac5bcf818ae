// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;
import org.nofaultbench.reports.model.Suite;

class MachineFactsTest {

    private static final Suite SUITE = new Suite("0.1.0", "abcdef0", false, "00", "avx2");

    private static Environment atMhz(long mhz) {
        Environment one = new SyntheticRun(1, 1).environment();
        Environment.State state = new Environment.State("2026-01-01T00:00:00Z", 0.5, 0L, 0L, 1L << 30, mhz);
        return one.withBefore(state).withAfter(state);
    }

    /** A CPU clocks as it likes; a machine would be another in every run. */
    @Test
    void holdNoFrequency() {
        MachineFacts slow = MachineFacts.of(atMhz(1_197), SUITE);
        assertThat(slow).isEqualTo(MachineFacts.of(atMhz(3_512), SUITE));
        assertThat(slow.toString()).doesNotContain("1197");
    }

    /** A run that was kept to other CPUs may have shared a cache that this one did not. */
    @Test
    void holdTheCpusOfReaderAndClient() {
        Environment one = new SyntheticRun(1, 1).environment();
        Environment placed = one.withPlacement(new Environment.CpuPlacement(2, 5, "threads of one core"));
        assertThat(MachineFacts.of(placed, SUITE).moving())
                .containsEntry("CPU of the reader", "2")
                .containsEntry("CPU of the client", "5");
        assertThat(MachineFacts.of(one.withPlacement(null), SUITE).moving()).doesNotContainKey("CPU of the reader");
    }

    @Test
    void leaveOutWhatCouldNotBeRead() {
        Environment unknown = EnvironmentBuilder.builder().machine("m").build();
        assertThat(MachineFacts.of(unknown, SUITE).moving()).containsOnlyKeys("instruction set");
    }
}
