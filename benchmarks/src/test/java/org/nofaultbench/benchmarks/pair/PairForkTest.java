// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;

class PairForkTest {

    private static final double EPSILON = 1e-9;

    private static PairFork fork(AbbaBlock... cycles) {
        return new PairFork(List.of(cycles), 0);
    }

    @Test
    void comparesTheFastestBlocksOfEachWindowOfTwoCycles() {
        PairFork fork = fork(new AbbaBlock(11, 9), new AbbaBlock(10, 10), new AbbaBlock(33, 10), new AbbaBlock(30, 50), new AbbaBlock(12, 10),
                new AbbaBlock(20, 11));

        // 10/9, 30/10 and 12/10.
        assertThat(fork.ratio()).isCloseTo(1.2, within(EPSILON));
    }

    @Test
    void isNotMovedByBlocksThatWereDisturbed() {
        PairFork fork = fork(new AbbaBlock(100, 99), new AbbaBlock(900, 5000), new AbbaBlock(700, 99), new AbbaBlock(100, 800));

        assertThat(fork.ratio()).isCloseTo(100.0 / 99, within(EPSILON));
    }

    @Test
    void itsTwoFiguresHaveItsRatio() {
        PairFork fork = fork(new AbbaBlock(10, 8), new AbbaBlock(11, 7), new AbbaBlock(30, 20), new AbbaBlock(31, 25));

        assertThat(fork.candidateNs() / fork.baselineNs()).isCloseTo(fork.ratio(), within(EPSILON));
        assertThat(fork.candidateNs()).isBetween(10.0, 30.0);
    }

    @Test
    void exchangingTheSidesExchangesTheFigures() {
        PairFork fork = fork(new AbbaBlock(10, 8), new AbbaBlock(11, 7), new AbbaBlock(30, 20), new AbbaBlock(31, 25), new AbbaBlock(9, 8),
                new AbbaBlock(12, 12));
        PairFork exchanged = fork(new AbbaBlock(8, 10), new AbbaBlock(7, 11), new AbbaBlock(20, 30), new AbbaBlock(25, 31), new AbbaBlock(8, 9),
                new AbbaBlock(12, 12));

        assertThat(exchanged.candidateNs()).isCloseTo(fork.baselineNs(), within(EPSILON));
        assertThat(exchanged.baselineNs()).isCloseTo(fork.candidateNs(), within(EPSILON));
    }

    @Test
    void needsAWindow() {
        assertThatThrownBy(() -> fork(new AbbaBlock(1, 1))).hasMessageContaining("cycles=1");
    }
}
