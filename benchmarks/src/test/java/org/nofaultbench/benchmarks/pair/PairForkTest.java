// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;

class PairForkTest {

    private static final double EPSILON = 1e-9;

    private static PairFork fork(AbbaBlock... cycles) {
        return fork(PairMeasurement.Kind.READ, cycles);
    }

    private static PairFork fork(PairMeasurement.Kind kind, AbbaBlock... cycles) {
        return new PairFork(kind, List.of(cycles), Map.of(), 0);
    }

    private static AbbaBlock cycle(double candidateNs, double baselineNs) {
        return new AbbaBlock(candidateNs, candidateNs, baselineNs, baselineNs);
    }

    @Test
    void comparesTheUsualRecoveriesOfBothSides() {
        PairFork fork = fork(PairMeasurement.Kind.RECOVERY, new AbbaBlock(10, 30, 5, 5), new AbbaBlock(20, 90, 4, 500));

        assertThat(fork.ratio()).isCloseTo(25.0 / 5, within(EPSILON));
    }

    @Test
    void addsUpWhatAnAttackTakes() {
        PairFork fork = fork(PairMeasurement.Kind.ATTACK, new AbbaBlock(1, 9, 5, 5), new AbbaBlock(1, 9, 2, 8));

        assertThat(fork.candidateNs()).isCloseTo(5, within(EPSILON));
        assertThat(fork.ratio()).isCloseTo(1, within(EPSILON));
    }

    @Test
    void comparesTheFastestBlocksOfEachWindowOfTwoCycles() {
        PairFork fork = fork(cycle(11, 9), cycle(10, 10), cycle(33, 10), cycle(30, 50), cycle(12, 10), cycle(20, 11));

        // 10/9, 30/10 and 12/10.
        assertThat(fork.ratio()).isCloseTo(1.2, within(EPSILON));
    }

    @Test
    void isNotMovedByBlocksThatWereDisturbed() {
        PairFork fork = fork(cycle(100, 99), cycle(900, 5000), cycle(700, 99), cycle(100, 800));

        assertThat(fork.ratio()).isCloseTo(100.0 / 99, within(EPSILON));
    }

    @Test
    void itsTwoFiguresHaveItsRatio() {
        PairFork fork = fork(cycle(10, 8), cycle(11, 7), cycle(30, 20), cycle(31, 25));

        assertThat(fork.candidateNs() / fork.baselineNs()).isCloseTo(fork.ratio(), within(EPSILON));
        assertThat(fork.candidateNs()).isBetween(10.0, 30.0);
    }

    @Test
    void exchangingTheSidesExchangesTheFigures() {
        PairFork fork = fork(cycle(10, 8), cycle(11, 7), cycle(30, 20), cycle(31, 25), cycle(9, 8), cycle(12, 12));
        PairFork exchanged = fork(cycle(8, 10), cycle(7, 11), cycle(20, 30), cycle(25, 31), cycle(8, 9), cycle(12, 12));

        assertThat(exchanged.candidateNs()).isCloseTo(fork.baselineNs(), within(EPSILON));
        assertThat(exchanged.baselineNs()).isCloseTo(fork.candidateNs(), within(EPSILON));
    }

    @Test
    void needsAWindow() {
        assertThatThrownBy(() -> fork(cycle(1, 1))).hasMessageContaining("cycles=1");
    }
}
