// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignIntervalTest {

    /** Textbook table "Confidence Intervals for the Population Median": n, depth, level in percent. */
    @ParameterizedTest
    @CsvSource({
        "2, 1, 50.0",
        "3, 1, 75.0",
        "4, 1, 87.5",
        "5, 1, 93.8",
        "6, 1, 96.9",
        "6, 2, 78.1",
        "7, 1, 98.4",
        "7, 2, 87.5",
        "8, 1, 99.2",
        "8, 2, 93.0",
        "9, 1, 99.6",
        "9, 2, 96.1",
        "9, 3, 82.0",
        "10, 1, 99.8",
        "10, 2, 97.9",
        "10, 3, 89.1",
        "11, 2, 98.8",
        "11, 3, 93.5",
        "12, 2, 99.4",
        "12, 3, 96.1",
        "12, 4, 85.4",
        "15, 4, 96.5",
        "17, 5, 95.1",
        "20, 5, 98.8",
        "20, 6, 95.9",
        "20, 7, 88.5"
    })
    void agreesWithThePublishedTableOfCoverages(int n, int depth, double percent) {
        assertThat(100 * new SignInterval(n).coverage(depth)).isCloseTo(percent, within(0.0501));
    }

    /** Depths at 95%: the same table, deepest row at or above 95%. */
    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1", "8, 1", "9, 2", "11, 2", "12, 3", "14, 3", "15, 4", "17, 5", "20, 6"})
    void takesTheDeepestOrderStatisticThatReachesTheLevel(int n, int depth) {
        assertThat(new SignInterval(n).depth(Confidence.NINETY_FIVE)).isEqualTo(depth);
    }

    /** Minitab's documented example of 1-Sample Sign (chromium, n = 12): depth 3 achieves a level of 96.14%. */
    @Test
    void agreesWithAnIndependentImplementation() {
        assertThat(new SignInterval(12).coverage(3)).isCloseTo(0.9614, within(0.00005));
    }
}
