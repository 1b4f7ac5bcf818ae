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
    private static final int FEWEST = QUICK.rounds();
    private static final long BUDGET_MS = QUICK.time().toMillis();

    private static ForkRecord fork(int round, long durationMs) {
        return new ForkRecord(round, 1, "cell", "2026-11-23T22:00:00Z", durationMs, null, Map.of(), null, List.of());
    }

    private static List<ForkRecord> fewestRoundsOf(long roundMs) {
        return IntStream.rangeClosed(1, FEWEST).mapToObj(round -> fork(round, roundMs)).toList();
    }

    @Test
    void beginsAnotherRoundWhereItShouldEndWithinTheBudget() {
        assertThat(Rounds.wanted(FEWEST + 1, QUICK, fewestRoundsOf(BUDGET_MS / (FEWEST + 1)))).isTrue();
        assertThat(Rounds.wanted(FEWEST + 1, QUICK, fewestRoundsOf(BUDGET_MS / FEWEST))).isFalse();
    }

    @Test
    void takesNoMoreRoundsThanThePresetNeeds() {
        List<ForkRecord> fast = fewestRoundsOf(1);

        assertThat(Rounds.wanted(QUICK.mostRounds(), QUICK, fast)).isTrue();
        assertThat(Rounds.wanted(QUICK.mostRounds() + 1, QUICK, fast)).isFalse();
    }

    @Test
    void takesAsManyRoundsAsFitWhereTheUserGivesTheTime() {
        Budget tenMinutes = Budget.of(Duration.ofMinutes(10));

        assertThat(Rounds.wanted(FEWEST + 1, tenMinutes, fewestRoundsOf(Duration.ofSeconds(60).toMillis()))).isTrue();
        assertThat(Rounds.wanted(FEWEST + 1, tenMinutes, fewestRoundsOf(Duration.ofSeconds(70).toMillis()))).isFalse();
        assertThat(tenMinutes.rounds()).isOne();
    }

    @Test
    void endsARoundThatWasBegunBeforeTheRunWasStopped() {
        List<ForkRecord> slow = fewestRoundsOf(BUDGET_MS);
        List<ForkRecord> begun = Stream.concat(slow.stream(), Stream.of(fork(FEWEST + 1, 1))).toList();

        assertThat(Rounds.wanted(FEWEST + 1, QUICK, slow)).isFalse();
        assertThat(Rounds.wanted(FEWEST + 1, QUICK, begun)).isTrue();
    }
}
