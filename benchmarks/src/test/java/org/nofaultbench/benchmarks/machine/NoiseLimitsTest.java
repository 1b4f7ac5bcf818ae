// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;
import org.nofaultbench.reports.model.Noise;

class NoiseLimitsTest {

    private static final Noise QUIET = new Noise(10L, 40L, 60L, 0L, 0.5, 3000L, 0L);

    private static ForkRecord fork(String cell, Noise noise) {
        return ForkRecordBuilder.builder()
                .position(1)
                .round(1)
                .cell(cell)
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(500)
                .noise(noise)
                .build();
    }

    private static List<Disturbance> exceeded(Noise noise) {
        return NoiseLimits.exceededBy(fork("cell", noise), List.of());
    }

    private static List<String> exceededAfterQuietOnes(String cell, Noise noise) {
        List<ForkRecord> earlier = Collections.nCopies(3, fork("cell", QUIET));
        return NoiseLimits.exceededBy(fork(cell, noise), earlier).stream()
                .map(Disturbance::what)
                .toList();
    }

    @Test
    void leaveAForkOfAQuietMachineAlone() {
        assertThat(exceeded(QUIET)).isEmpty();
        assertThat(exceededAfterQuietOnes("cell", QUIET)).isEmpty();
    }

    @Test
    void markAForkFromWhichTimeWasStolen() {
        Noise stolen = new Noise(30L, 0L, 0L, 0L, 0.5, null, null);

        assertThat(exceeded(stolen)).containsExactly(new Disturbance("stolen time, % of the fork's duration", 6, 4));
    }

    @Test
    void markAForkBesideWhichOthersWereBusy() {
        assertThat(exceeded(new Noise(0L, 60L, 0L, 0L, 0.5, null, null)))
                .containsExactly(new Disturbance("CPU time of others, % of the fork's duration", 12, 10));
    }

    /** A fork of 50 ms is five ticks of the kernel's clock long. */
    @Test
    void leaveAShortForkAloneOfWhichOneTickWasStolenAndTwoWereOthers() {
        ForkRecord fork = ForkRecordBuilder.builder()
                .position(1)
                .round(1)
                .cell("cell")
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(50)
                .noise(new Noise(10L, 20L, 0L, 0L, 0.5, null, null))
                .build();

        assertThat(NoiseLimits.exceededBy(fork, List.of())).isEmpty();
    }

    @Test
    void markAForkThatWaitedForADeviceOrForTheCpuToCoolDown() {
        assertThat(exceeded(new Noise(0L, 0L, 0L, 3L, 0.5, null, 1L)))
                .containsExactly(
                        new Disturbance("major page faults", 3, 2),
                        new Disturbance("slowed down because of heat, times", 1, 0));
    }

    @Test
    void measureSwitchesByWhatIsUsualForTheCell() {
        Noise switched = new Noise(0L, 0L, 281L, 0L, 0.5, 3000L, 0L);

        assertThat(exceededAfterQuietOnes("cell", switched)).containsExactly("involuntary context switches");
        assertThat(exceededAfterQuietOnes("a cell that had none yet", switched)).isEmpty();
    }

    @Test
    void measureTheFrequencyByWhatIsUsualForTheMachine() {
        Noise slow = new Noise(0L, 0L, 0L, 0L, 0.5, 2600L, 0L);

        assertThat(exceededAfterQuietOnes("another cell", slow)).containsExactly("CPU frequency, MHz");
        assertThat(exceeded(slow)).isEmpty();
    }

    @Test
    void holdNothingAgainstAMachineThatTellsNothing() {
        assertThat(exceededAfterQuietOnes("cell", new Noise(null, null, null, null, null, null, null)))
                .isEmpty();
    }
}
