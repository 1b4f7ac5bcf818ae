// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    /**
     * Minitab's documented example of 1-Sample Sign (chromium, n = 12, "Key results"): the depths 3 and 4 give (17.4, 19) and
     * (17.5, 18.1), the row "Interpolation" (17.4263, 18.7632) at 95%.
     */
    @Test
    void interpolatesAsAnIndependentImplementationDoes() {
        double weight = new MedianInterval(12, Confidence.NINETY_FIVE).weight();
        assertThat(17.4 + weight * (17.5 - 17.4)).isCloseTo(17.4263, within(0.00005));
        assertThat(19 - weight * (19 - 18.1)).isCloseTo(18.7632, within(0.00005));
    }

    @Test
    void liesBetweenTheTwoDepthsAroundTheLevel() {
        double[] even = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        Interval interval =
                new MedianInterval(10, Confidence.NINETY_FIVE).of(even).orElseThrow();
        assertThat(interval.low()).isBetween(2.0, 3.0);
        assertThat(interval.high()).isEqualTo(11 - interval.low(), within(1e-12));
    }

    @Test
    void doesNotCrossAWideGapBetweenTwoClusters() {
        double[] clusters = {1, 1.1, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7};
        assertThat(new MedianInterval(10, Confidence.NINETY_FIVE)
                        .of(clusters)
                        .orElseThrow()
                        .low())
                .isEqualTo(1.1);
    }

    @Test
    void givesNoIntervalWhereEvenTheExtremesHoldTheMedianTooSeldom() {
        assertThat(new MedianInterval(5, Confidence.NINETY_FIVE).of(new double[] {1, 2, 3, 4, 5}))
                .isEmpty();
        assertThat(new MedianInterval(1, Confidence.NINETY_FIVE).of(new double[] {1}))
                .isEmpty();
    }

    @Test
    void isAPointWhereAllValuesAreTheSame() {
        double[] same = DoubleStream.generate(() -> 3).limit(10).toArray();
        assertThat(new MedianInterval(10, Confidence.NINETY_FIVE).of(same)).contains(new Interval(3, 3));
    }

    @Test
    void mirrorsWithItsValues() {
        double[] values = {1, 1.3, 2, 2.2, 2.9, 3, 3.3, 4, 4.1, 9};
        double[] mirrored = DoubleStream.of(values).map(x -> -x).sorted().toArray();
        MedianInterval median = new MedianInterval(10, Confidence.NINETY_FIVE);
        Interval interval = median.of(values).orElseThrow();
        assertThat(median.of(mirrored).orElseThrow().low()).isCloseTo(-interval.high(), within(1e-12));
    }
}
