// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.plan.Budget;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.reports.model.ForkRecord;

class RoundsTest {

    private static final Budget QUICK = Preset.QUICK.budget();
    private static final long BUDGET_MS = QUICK.time().toMillis();

    private static ForkRecord fork(int round, long durationMs) {
        return new ForkRecord(round, 1, "cell", "2026-11-23T22:00:00Z", durationMs, null, Map.of(), null);
    }

    private static List<ForkRecord> sixRoundsOf(long roundMs) {
        return IntStream.rangeClosed(1, 6).mapToObj(round -> fork(round, roundMs)).toList();
    }

    @Test
    void beginsAnotherRoundWhereItShouldEndWithinTheBudget() {
        assertThat(Rounds.wanted(7, QUICK, sixRoundsOf(BUDGET_MS / 7))).isTrue();
        assertThat(Rounds.wanted(7, QUICK, sixRoundsOf(BUDGET_MS / 6))).isFalse();
    }

    @Test
    void takesNoMoreRoundsThanThePresetNeeds() {
        List<ForkRecord> fast = sixRoundsOf(1);

        assertThat(Rounds.wanted(QUICK.mostRounds(), QUICK, fast)).isTrue();
        assertThat(Rounds.wanted(QUICK.mostRounds() + 1, QUICK, fast)).isFalse();
    }

    @Test
    void takesAsManyRoundsAsFitWhereTheUserGivesTheTime() {
        Budget tenMinutes = Budget.of(Duration.ofMinutes(10));

        assertThat(Rounds.wanted(7, tenMinutes, sixRoundsOf(Duration.ofSeconds(80).toMillis()))).isTrue();
        assertThat(Rounds.wanted(7, tenMinutes, sixRoundsOf(Duration.ofSeconds(90).toMillis()))).isFalse();
        assertThat(tenMinutes.rounds()).isOne();
    }

    @Test
    void endsARoundThatWasBegunBeforeTheRunWasStopped() {
        List<ForkRecord> slow = sixRoundsOf(BUDGET_MS);
        List<ForkRecord> begun = Stream.concat(slow.stream(), Stream.of(fork(7, 1))).toList();

        assertThat(Rounds.wanted(7, QUICK, slow)).isFalse();
        assertThat(Rounds.wanted(7, QUICK, begun)).isTrue();
    }
}
