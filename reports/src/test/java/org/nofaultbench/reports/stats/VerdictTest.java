// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final double CERTAIN = 0.001;

    @ParameterizedTest
    @CsvSource({
        "0.995, 1.005, EQUIVALENT",
        "0.991, 1.01, EQUIVALENT",
        "1.002, 1.009, EQUIVALENT",
        "0.80, 0.90, FASTER",
        "0.985, 0.999, FASTER",
        "1.002, 1.02, SLOWER",
        "11, 12, SLOWER",
        "0.98, 1.005, UNDECIDED",
        "1.0, 1.02, UNDECIDED",
        "0.5, 2, UNDECIDED"
    })
    void followsFromTheIntervalAndTheMargin(double low, double high, Verdict expected) {
        assertThat(verdict(ratio(low, high, 10), CERTAIN)).isEqualTo(expected);
    }

    @Test
    void isTooFewWithoutAnIntervalHoweverCloseTheMedian() {
        assertThat(verdict(new Estimate(1, Optional.empty(), 5), CERTAIN)).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void isTooFewWhereTheRoundsCannotTellADifferenceFromTheErrorOfTheTable() {
        assertThat(verdict(ratio(1.5, 1.6, 8), CERTAIN)).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(ratio(1.5, 1.6, 9), CERTAIN)).isEqualTo(Verdict.SLOWER);
        assertThat(verdict(ratio(0.999, 1.001, 8), CERTAIN)).isEqualTo(Verdict.EQUIVALENT);
    }

    @Test
    void staysUndecidedWhereOnlyTheRowByItselfShowsADifference() {
        assertThat(verdict(ratio(1.5, 1.6, 10), 0.006)).isEqualTo(Verdict.UNDECIDED);
    }

    /** Swapping candidate and baseline must turn SLOWER into FASTER and leave EQUIVALENT alone. */
    @ParameterizedTest
    @CsvSource({"0.9901, 1.0099", "1.001, 1.0099", "1.02, 1.03", "0.97, 1.02"})
    void mirrorsWhenTheBaselineIsSwapped(double low, double high) {
        Verdict forward = verdict(ratio(low, high, 10), CERTAIN);
        Verdict backward = verdict(ratio(1 / high, 1 / low, 10), CERTAIN);
        assertThat(backward).isEqualTo(forward == Verdict.SLOWER ? Verdict.FASTER : forward);
    }

    private static Verdict verdict(Estimate ratio, double tableP) {
        return Verdict.onRatio(ratio, Margin.DEFAULT, tableP, Comparisons.ALPHA);
    }

    private static Estimate ratio(double low, double high, int n) {
        return new Estimate(Math.sqrt(low * high), Optional.of(new Interval(low, high)), n);
    }
}
