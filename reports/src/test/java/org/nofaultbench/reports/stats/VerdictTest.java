// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

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
        Estimate ratio = new Estimate((low + high) / 2, Optional.of(new Interval(low, high)), 10);
        assertThat(Verdict.of(ratio, Margin.DEFAULT)).isEqualTo(expected);
    }

    @Test
    void isTooFewWithoutAnIntervalHoweverCloseTheMedian() {
        assertThat(Verdict.of(new Estimate(1, Optional.empty(), 5), Margin.DEFAULT)).isEqualTo(Verdict.TOO_FEW);
    }

    /** Swapping candidate and baseline must turn SLOWER into FASTER and leave EQUIVALENT alone. */
    @ParameterizedTest
    @CsvSource({"0.9901, 1.0099", "1.001, 1.0099", "1.02, 1.03", "0.97, 1.02"})
    void mirrorsWhenTheBaselineIsSwapped(double low, double high) {
        Verdict forward = Verdict.of(ratio(low, high), Margin.DEFAULT);
        Verdict backward = Verdict.of(ratio(1 / high, 1 / low), Margin.DEFAULT);
        assertThat(backward).isEqualTo(forward == Verdict.SLOWER ? Verdict.FASTER : forward);
    }

    private static Estimate ratio(double low, double high) {
        return new Estimate(Math.sqrt(low * high), Optional.of(new Interval(low, high)), 10);
    }
}
