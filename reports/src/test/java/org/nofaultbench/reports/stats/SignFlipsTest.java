// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignFlipsTest {

    /** Darwin's maize, 15 pairs (Fisher, The Design of Experiments, 1935, section 21): 1726 of 32768 flips are as extreme. */
    @Test
    void agreesWithFishersTestOfDarwinsMaize() {
        double[] maize = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        double p = new SignFlips(List.of(maize), 5.0 / (1 << 15)).pValues()[0];
        assertThat(p).isCloseTo(1726.0 / 32768, within(1e-12));
    }

    @Test
    void countsNoFewerFlipsThanTheOneMeasuredAndItsMirrorImage() {
        double[] allAbove = {1, 1.1, 0.9, 1, 1.2, 0.8, 1, 1};
        assertThat(new SignFlips(List.of(allAbove), 0.01).pValues()[0]).isCloseTo(1 / 128.0, within(1e-12));
    }

    @Test
    void makesARowPayForTheOthersOfItsTable() {
        double[] row = {1, 1.5, 0.2, 0.7, 1.9, 0.4, 1.1, -0.1};
        double[] noise = {1, -1.2, 0.5, -0.7, 1.1, -0.9, 0.2, -0.1};
        double[] other = {-0.3, 0.4, 0.6, -0.5, 0.1, 0.9, -1.3, 0.2};
        double alone = new SignFlips(List.of(row), 0.01).pValues()[0];
        double[] together = new SignFlips(List.of(noise, row, other), 0.01).pValues();
        assertThat(together[1]).isGreaterThan(alone);
        assertThat(together[0]).isGreaterThanOrEqualTo(together[1]);
    }

    @Test
    void doesNotMakeARowPayForThoseThatAreMoreExtreme() {
        double[] row = {1, 1.5, 0.2, 0.7, 1.9, 0.4, 1.1, -0.1};
        double[] huge = {5, 5.01, 5.02, 4.99, 5, 5.01, 4.98, 5};
        double alone = new SignFlips(List.of(row), 0.01).pValues()[0];
        assertThat(new SignFlips(List.of(huge, row), 0.01).pValues()[1]).isEqualTo(alone);
    }

    @Test
    void isNotFooledByOneDisturbedRound() {
        double[] disturbed = {0.01, 0.011, 0.009, 0.01, 0.012, 0.008, 0.01, 3, 0.01, 0.011};
        assertThat(new SignFlips(List.of(disturbed), 0.01).pValues()[0]).isLessThan(0.01);
    }

    @Test
    void leavesRoundsOutThatARowDoesNotHave() {
        double[] whole = {1, 1.5, 0.2, 0.7, 1.9, 0.4, 1.1, -0.1};
        double[] withGaps = {1, 1.5, Double.NaN, 0.2, 0.7, 1.9, 0.4, Double.NaN, 1.1, -0.1};
        assertThat(new SignFlips(List.of(withGaps), 0.01).pValues()[0])
                .isCloseTo(new SignFlips(List.of(whole), 0.01).pValues()[0], within(1e-12));
    }

    @Test
    void givesTheSameValuesTwice() {
        double[] row = new java.util.Random(1).doubles(40, -0.4, 0.6).toArray();
        assertThat(new SignFlips(List.of(row), 0.01).pValues()).isEqualTo(new SignFlips(List.of(row), 0.01).pValues());
    }
}
