// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

    @Test
    void needsSixRoundsForAnIntervalAtNinetyFivePercent() {
        assertThat(Estimate.minimumRounds()).isEqualTo(6);
        assertThat(Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).interval()).isEmpty();
        assertThat(Estimate.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)).interval())
                .isPresent();
    }

    @Test
    void takesTheMedianAndNotTheMean() {
        assertThat(Estimate.of(List.of(1.0, 100.0, 2.0)).median()).isEqualTo(2);
        assertThat(Estimate.medianOf(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(3.5);
    }

    @Test
    void refusesToEstimateFromNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(List.of()))
                .withMessageContaining("n=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1%", "1", "1.0 %", "0.5%", "12.25%"})
    void readsPercentagesAsPeopleWriteThem(String text) {
        assertThat(Percent.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5%", "-1%", "NaN", "1e3", "one", "1%%"})
    void doesNotGuessAtOtherSpellings(String text) {
        assertThat(Percent.parse(text)).isEmpty();
    }

    @Test
    void printsPercentagesTheSameInEveryLocale() {
        assertThat(new Percent(0.5)).hasToString("0.5%");
        assertThat(new Percent(10)).hasToString("10%");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 50.1, Double.NaN})
    void refusesAMarginThatWouldMakeTheVerdictMeaningless(double percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Margin(new Percent(percent)));
    }
}
