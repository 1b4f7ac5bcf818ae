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
import org.nofaultbench.reports.model.NoiseBuilder;

class NoiseLimitsTest {

    private static final Noise IDLE = NoiseBuilder.builder()
            .stealMs(0L)
            .otherBusyMs(0L)
            .involuntarySwitches(0L)
            .majorFaults(0L)
            .load1(0.5)
            .build();
    private static final Noise QUIET = IDLE.withStealMs(10L)
            .withOtherBusyMs(40L)
            .withInvoluntarySwitches(60L)
            .withCpuMhz(3000L)
            .withThrottleEvents(0L);

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
        Noise stolen = IDLE.withStealMs(30L);

        assertThat(exceeded(stolen)).containsExactly(new Disturbance("stolen time, % of the fork's duration", 6, 4));
    }

    @Test
    void markAForkBesideWhichOthersWereBusy() {
        assertThat(exceeded(IDLE.withOtherBusyMs(60L)))
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
                .noise(IDLE.withStealMs(10L).withOtherBusyMs(20L))
                .build();

        assertThat(NoiseLimits.exceededBy(fork, List.of())).isEmpty();
    }

    @Test
    void markAForkThatWaitedForADeviceOrForTheCpuToCoolDown() {
        assertThat(exceeded(IDLE.withMajorFaults(3L).withThrottleEvents(1L)))
                .containsExactly(
                        new Disturbance("major page faults", 3, 2),
                        new Disturbance("slowed down because of heat, times", 1, 0));
    }

    @Test
    void measureSwitchesByWhatIsUsualForTheCell() {
        Noise switched = IDLE.withInvoluntarySwitches(281L).withCpuMhz(3000L).withThrottleEvents(0L);

        assertThat(exceededAfterQuietOnes("cell", switched)).containsExactly("involuntary context switches");
        assertThat(exceededAfterQuietOnes("a cell that had none yet", switched)).isEmpty();
    }

    @Test
    void measureTheFrequencyByWhatIsUsualForTheMachine() {
        Noise slow = IDLE.withCpuMhz(2600L).withThrottleEvents(0L);

        assertThat(exceededAfterQuietOnes("another cell", slow)).containsExactly("CPU frequency, MHz");
        assertThat(exceeded(slow)).isEmpty();
    }

    @Test
    void holdNothingAgainstAMachineThatTellsNothing() {
        assertThat(exceededAfterQuietOnes("cell", NoiseBuilder.builder().build()))
                .isEmpty();
    }
}
