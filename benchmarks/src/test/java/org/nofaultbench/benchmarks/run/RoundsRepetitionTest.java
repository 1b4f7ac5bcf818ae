// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkRecordBuilder;

class RoundsRepetitionTest {

    private static final long BUDGET_MS = 60_000;

    private static ForkRecord fork(int round, String cell, String error, Disturbance... disturbances) {
        return ForkRecordBuilder.builder()
                .position(1)
                .round(round)
                .cell(cell)
                .startedUtc("2026-11-23T22:00:00Z")
                .durationMs(500)
                .error(error)
                .disturbances(List.of(disturbances))
                .build();
    }

    private static ForkRecord quiet(int round, String cell) {
        return fork(round, cell, null);
    }

    private static ForkRecord disturbed(int round, String cell, double stolenPercent) {
        return fork(round, cell, null, new Disturbance("stolen", stolenPercent, 4));
    }

    @Test
    void beginWithTheForkThatWasDisturbedMost() {
        assertThat(Rounds.toRepeat(
                        2,
                        List.of(
                                disturbed(1, "old", 90),
                                disturbed(2, "a little", 5),
                                quiet(2, "quiet"),
                                disturbed(2, "much", 50))))
                .containsExactly("much", "a little");
    }

    @Test
    void endWithTheFirstForkThatIsNotDisturbed() {
        assertThat(Rounds.toRepeat(1, List.of(disturbed(1, "a", 5), quiet(1, "a"))))
                .isEmpty();
    }

    @Test
    void endAfterThreeAttempts() {
        ForkRecord once = disturbed(1, "a", 5);

        assertThat(Rounds.toRepeat(1, List.of(once, once))).containsExactly("a");
        assertThat(Rounds.toRepeat(1, List.of(once, once, once))).isEmpty();
    }

    @Test
    void leaveAForkThatFailedAsItIs() {
        assertThat(Rounds.toRepeat(1, List.of(fork(1, "a", "wrong bytes")))).isEmpty();
    }

    @Test
    void takeNoMoreThanAFifthOfTheRun() {
        List<ForkRecord> round =
                List.of(disturbed(1, "a", 5), disturbed(1, "b", 5), disturbed(1, "c", 5), quiet(1, "d"));
        List<ForkRecord> repeated =
                Stream.concat(round.stream(), Stream.of(disturbed(1, "a", 5))).toList();
        List<ForkRecord> twice = Stream.concat(repeated.stream(), Stream.of(disturbed(1, "b", 5)))
                .toList();

        assertThat(Rounds.affordable(round, BUDGET_MS)).isTrue();
        assertThat(Rounds.affordable(repeated, BUDGET_MS)).isTrue();
        assertThat(Rounds.affordable(twice, BUDGET_MS)).isFalse();
    }

    @Test
    void areLeftOutWhereTheTimeIsUp() {
        assertThat(Rounds.affordable(List.of(disturbed(1, "a", 5)), 500)).isFalse();
    }
}
