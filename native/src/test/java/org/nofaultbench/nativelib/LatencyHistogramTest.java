// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    private static List<Long> visited(int... filledBuckets) {
        long[] counts = new long[LatencyHistogram.BUCKETS];
        for (int bucket : filledBuckets) {
            counts[bucket] = 3;
        }
        List<Long> midpoints = new ArrayList<>();
        new LatencyHistogram(counts).forEachBucket((midpointNs, count) -> midpoints.add(midpointNs));
        return midpoints;
    }

    @Test
    void keepsShortTimesExactly() {
        assertThat(visited(0, 1, 127, 128, 255)).containsExactly(0L, 1L, 127L, 128L, 255L);
    }

    @Test
    void givesTheMiddleOfAWiderBucket() {
        // Buckets of 2 ns from 256 on, of 4 ns from 512 on, as histogram.h counts them.
        assertThat(visited(256, 257, 384)).containsExactly(257L, 259L, 514L);
    }

    @Test
    void countsWhatItHolds() {
        long[] counts = new long[LatencyHistogram.BUCKETS];
        counts[5] = 2;
        counts[LatencyHistogram.BUCKETS - 1] = 1;

        assertThat(new LatencyHistogram(counts).count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 127, 128, 255, 256, 511, 512, 1_000_003, (1L << 40) - 1})
    void findsTheBucketInWhoseMiddleATimeNearlyLies(long ns) {
        long middleNs = LatencyHistogram.midpointNs(LatencyHistogram.bucketOf(ns));

        assertThat(Math.abs(middleNs - ns)).isLessThanOrEqualTo(ns / 256 + 1);
    }

    @Test
    void putsWhatIsLongerThanTheLongestIntoTheLastBucket() {
        assertThat(LatencyHistogram.bucketOf(1L << 40)).isEqualTo(LatencyHistogram.BUCKETS - 1);
        assertThat(LatencyHistogram.bucketOf(Long.MAX_VALUE)).isEqualTo(LatencyHistogram.BUCKETS - 1);
    }

    @Test
    void refusesAnotherLayout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyHistogram(new long[7]))
                .withMessage("wrong bucket count: buckets=7, expected=4352");
    }
}
