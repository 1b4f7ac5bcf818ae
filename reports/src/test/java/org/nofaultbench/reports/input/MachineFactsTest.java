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

    @Test
    void leaveOutWhatCouldNotBeRead() {
        Environment unknown = EnvironmentBuilder.builder().machine("m").build();
        assertThat(MachineFacts.of(unknown, SUITE).moving()).containsOnlyKeys("instruction set");
    }
}
