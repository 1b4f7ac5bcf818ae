// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;

class RoundsTest {

    private static final Budget SIX_TO_NINE = new Budget(6, 9, Duration.ofMinutes(6));
    private static final int FEWEST = SIX_TO_NINE.rounds();
    private static final long BUDGET_MS = SIX_TO_NINE.time().toMillis();

    private static ForkRecord fork(int round, long durationMs) {
        return ForkRecordBuilder.builder()
                .position(1)
                .round(round)
                .cell("cell")
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(durationMs)
                .build();
    }

    private static List<ForkRecord> fewestRoundsOf(long roundMs) {
        return IntStream.rangeClosed(1, FEWEST)
                .mapToObj(round -> fork(round, roundMs))
                .toList();
    }

    @Test
    void beginsAnotherRoundWhereItShouldEndWithinTheBudget() {
        assertThat(Rounds.wanted(FEWEST + 1, SIX_TO_NINE, fewestRoundsOf(BUDGET_MS / (FEWEST + 1))))
                .isTrue();
        assertThat(Rounds.wanted(FEWEST + 1, SIX_TO_NINE, fewestRoundsOf(BUDGET_MS / FEWEST)))
                .isFalse();
    }

    @Test
    void takesNoMoreRoundsThanThePresetNeeds() {
        List<ForkRecord> fast = fewestRoundsOf(1);

        assertThat(Rounds.wanted(SIX_TO_NINE.mostRounds(), SIX_TO_NINE, fast)).isTrue();
        assertThat(Rounds.wanted(SIX_TO_NINE.mostRounds() + 1, SIX_TO_NINE, fast))
                .isFalse();
    }

    @Test
    void takesAsManyRoundsAsFitWhereTheUserGivesTheTime() {
        Budget tenMinutes = Budget.ofTime(Duration.ofMinutes(10));

        assertThat(Rounds.wanted(
                        FEWEST + 1,
                        tenMinutes,
                        fewestRoundsOf(Duration.ofSeconds(80).toMillis())))
                .isTrue();
        assertThat(Rounds.wanted(
                        FEWEST + 1,
                        tenMinutes,
                        fewestRoundsOf(Duration.ofSeconds(90).toMillis())))
                .isFalse();
        assertThat(tenMinutes.rounds()).isOne();
    }

    @Test
    void endsARoundThatWasBegunBeforeTheRunWasStopped() {
        List<ForkRecord> slow = fewestRoundsOf(BUDGET_MS);
        List<ForkRecord> begun =
                Stream.concat(slow.stream(), Stream.of(fork(FEWEST + 1, 1))).toList();

        assertThat(Rounds.wanted(FEWEST + 1, SIX_TO_NINE, slow)).isFalse();
        assertThat(Rounds.wanted(FEWEST + 1, SIX_TO_NINE, begun)).isTrue();
    }

    @Test
    void roundsOfComparisonsThatFollowBeginNoMoreOfThese() {
        ForkRecord turns = fork(FEWEST + 1, 1)
                .with()
                .samples(Map.of(ForkRecord.BASELINE, List.of(1.0)))
                .build();
        List<ForkRecord> stopped = Stream.concat(fewestRoundsOf(BUDGET_MS).stream(), Stream.of(turns))
                .toList();

        assertThat(Rounds.wanted(FEWEST + 1, SIX_TO_NINE, stopped)).isFalse();
    }
}
