// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {

    /**
     * Minitab's documented example of 1-Sample Sign (chromium, n = 12, "Key results"): the depths 3 and 4 give (17.4, 19) and
     * (17.5, 18.1), the row "Interpolation" (17.4263, 18.7632) at 95%.
     */
    @Test
    void interpolatesAsAnIndependentImplementationDoes() {
        double weight = new MedianInterval(12, Estimate.CONFIDENCE).weight();
        assertThat(17.4 + weight * (17.5 - 17.4)).isCloseTo(17.4263, within(0.00005));
        assertThat(19 - weight * (19 - 18.1)).isCloseTo(18.7632, within(0.00005));
    }

    @Test
    void liesBetweenTheTwoDepthsAroundTheLevel() {
        double[] even = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        Interval interval = new MedianInterval(10, Estimate.CONFIDENCE).of(even).orElseThrow();
        assertThat(interval.low()).isBetween(2.0, 3.0);
        assertThat(interval.high()).isEqualTo(11 - interval.low(), within(1e-12));
    }

    @Test
    void doesNotCrossAWideGapBetweenTwoClusters() {
        double[] clusters = {1, 1.1, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7};
        assertThat(new MedianInterval(10, Estimate.CONFIDENCE)
                        .of(clusters)
                        .orElseThrow()
                        .low())
                .isEqualTo(1.1);
    }

    @Test
    void givesNoIntervalWhereEvenTheExtremesHoldTheMedianTooSeldom() {
        assertThat(new MedianInterval(5, Estimate.CONFIDENCE).of(new double[] {1, 2, 3, 4, 5}))
                .isEmpty();
        assertThat(new MedianInterval(1, Estimate.CONFIDENCE).of(new double[] {1}))
                .isEmpty();
    }

    @Test
    void isAPointWhereAllValuesAreTheSame() {
        double[] same = DoubleStream.generate(() -> 3).limit(10).toArray();
        assertThat(new MedianInterval(10, Estimate.CONFIDENCE).of(same)).contains(new Interval(3, 3));
    }

    @Test
    void mirrorsWithItsValues() {
        double[] values = {1, 1.3, 2, 2.2, 2.9, 3, 3.3, 4, 4.1, 9};
        double[] mirrored = DoubleStream.of(values).map(x -> -x).sorted().toArray();
        MedianInterval median = new MedianInterval(10, Estimate.CONFIDENCE);
        Interval interval = median.of(values).orElseThrow();
        assertThat(median.of(mirrored).orElseThrow().low()).isCloseTo(-interval.high(), within(1e-12));
    }

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
        assertThat(100 * new MedianInterval(n, Estimate.CONFIDENCE).coverage(depth))
                .isCloseTo(percent, within(0.0501));
    }

    /** Depths at 95%: the same table, deepest row at or above 95%. */
    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1", "8, 1", "9, 2", "11, 2", "12, 3", "14, 3", "15, 4", "17, 5", "20, 6"})
    void takesTheDeepestOrderStatisticThatReachesTheLevel(int n, int depth) {
        assertThat(new MedianInterval(n, Estimate.CONFIDENCE).depth).isEqualTo(depth);
    }

    /** Minitab's documented example of 1-Sample Sign (chromium, n = 12): depth 3 achieves a level of 96.14%. */
    @Test
    void coversAsAnIndependentImplementationDoes() {
        assertThat(new MedianInterval(12, Estimate.CONFIDENCE).coverage(3)).isCloseTo(0.9614, within(0.00005));
    }
}
