// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.reports.model.ForkRecord;

class RoundsTest {

    private static final long BUDGET_MS = Preset.QUICK.budget().toMillis();

    private static ForkRecord fork(int round, long durationMs) {
        return new ForkRecord(round, 1, "cell", "2026-11-23T22:00:00Z", durationMs, null, Map.of(), null);
    }

    private static List<ForkRecord> sixRoundsOf(long roundMs) {
        return IntStream.rangeClosed(1, 6).mapToObj(round -> fork(round, roundMs)).toList();
    }

    @Test
    void beginsAnotherRoundWhereItShouldEndWithinTheBudget() {
        assertThat(Rounds.wanted(7, Preset.QUICK, sixRoundsOf(BUDGET_MS / 7))).isTrue();
        assertThat(Rounds.wanted(7, Preset.QUICK, sixRoundsOf(BUDGET_MS / 6))).isFalse();
    }

    @Test
    void takesNoMoreRoundsThanThePresetNeeds() {
        List<ForkRecord> fast = sixRoundsOf(1);

        assertThat(Rounds.wanted(Preset.QUICK.mostRounds(), Preset.QUICK, fast)).isTrue();
        assertThat(Rounds.wanted(Preset.QUICK.mostRounds() + 1, Preset.QUICK, fast)).isFalse();
    }

    @Test
    void endsARoundThatWasBegunBeforeTheRunWasStopped() {
        List<ForkRecord> slow = sixRoundsOf(BUDGET_MS);
        List<ForkRecord> begun = Stream.concat(slow.stream(), Stream.of(fork(7, 1))).toList();

        assertThat(Rounds.wanted(7, Preset.QUICK, slow)).isFalse();
        assertThat(Rounds.wanted(7, Preset.QUICK, begun)).isTrue();
    }
}
