// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {

    @Test
    void saysNothingOfSeriesThatAreTooShort() {
        assertThat(ChangePoints.of(step(9, 5))).isEmpty();
        assertThat(ChangePoints.of(new double[0])).isEmpty();
        assertThat(ChangePoints.of(step(10, 5))).extracting(ChangePoint::at).containsExactly(5);
    }

    @Test
    void findsAStepWithoutNoiseExactly() {
        assertThat(ChangePoints.of(step(60, 23))).containsExactly(new ChangePoint(23, 23, 23, 0));
    }

    @Test
    void findsNothingWhereNothingChanges() {
        assertThat(ChangePoints.of(step(60, 60))).isEmpty();
        assertThat(ChangePoints.ofSpread(step(60, 60), List.of())).isEmpty();
    }

    /** A tenth and three tenths do not add up to four in binary. */
    @Test
    void doesNotTakeRoundingForAChange() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(i -> i < 30 ? 0.1 + 0.2 : 0.3)
                .toArray();
        assertThat(ChangePoints.of(values)).isEmpty();
    }

    @Test
    void cutsSegmentsAtTheChanges() {
        double[] values = step(60, 23);
        values[40] = 1e9;
        assertThat(ChangePoints.segments(values, ChangePoints.of(values)))
                .containsExactly(new Segment(0, 23, 100, 0), new Segment(23, 60, 101, 0));
    }

    private static double[] step(int points, int at) {
        return IntStream.range(0, points).mapToDouble(i -> i < at ? 100 : 101).toArray();
    }
}
