// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimesTest {

    /** The median of the sums is 12 and not 1 + 2, the sum of the medians: what varies together is not taken apart. */
    @Test
    void addUpWithinARoundAndNotAcrossRounds() {
        Times sum = times(Map.of(1, 1.0, 2, 1.0, 3, 10.0)).plus(times(Map.of(1, 20.0, 2, 2.0, 3, 2.0)));
        assertThat(sum.ns()).isEqualTo(Map.of(1, 21.0, 2, 3.0, 3, 12.0));
        assertThat(sum.estimate().orElseThrow().median()).isEqualTo(12);
    }

    @Test
    void keepTheRoundsThatAllPartsHave() {
        assertThat(times(Map.of(1, 1.0, 2, 2.0))
                        .minus(times(Map.of(2, 0.5, 3, 1.0)))
                        .ns())
                .isEqualTo(Map.of(2, 1.5));
    }

    @Test
    void nameEverythingThatIsMissing() {
        Times sum = Times.missing("lives")
                .plus(times(Map.of(1, 1.0)))
                .plus(Times.missing("losses"))
                .times(2);
        assertThat(sum.isMissing()).isTrue();
        assertThat(sum.missing()).containsExactly("lives", "losses");
        assertThat(sum.estimate()).isEmpty();
    }

    @Test
    void missSomethingWhereNoRoundHasAllParts() {
        assertThat(times(Map.of(1, 1.0)).plus(times(Map.of(2, 1.0))).isMissing())
                .isTrue();
    }

    @Test
    void areNoTimesWhereTheyAreNegativeOrWithoutEnd() {
        assertThat(times(Map.of(1, -1.0)).asTime("a").missing()).containsExactly("a: not between 1 ps and 11 days");
        assertThat(times(Map.of(1, 1e300)).asTime("a").isMissing()).isTrue();
        assertThat(times(Map.of(1, 80.0)).asTime("a").isMissing()).isFalse();
    }

    private static Times times(Map<Integer, Double> ns) {
        return Times.measured(ns, Set.of("cell"));
    }
}
