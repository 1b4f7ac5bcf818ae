// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Forks APART = new Forks(List.of(100.0, 101.0, 102.0, 103.0, 104.0), List.of(120.0, 121.0, 122.0, 123.0, 124.0));
    private static final Forks SAME = new Forks(List.of(100.0, 101.0, 102.0, 103.0, 104.0), List.of(100.0, 101.0, 102.0, 103.0, 104.0));

    @Test
    void countsTheMeasuredWayAndItsMirrorImage() {
        Labels labels = new Labels(List.of(APART), 0);
        assertThat(labels.isExact()).isTrue();
        assertThat(labels.pValues()[0]).isEqualTo(2.0 / 252);
    }

    /** The row that is apart competes with the other, and the one that is not with no row that is apart. */
    @Test
    void judgesTheRowsTogether() {
        double[] p = new Labels(List.of(SAME, APART), 0).pValues();
        assertThat(p[0]).isEqualTo(1);
        assertThat(p[1]).isGreaterThanOrEqualTo(2.0 / 252).isLessThan(0.02);
    }

    @Test
    void takesBackWhatAllRowsMovedBy() {
        assertThat(new Labels(List.of(APART), APART.shift()).pValues()[0]).isGreaterThan(0.5);
    }

    @Test
    void drawsWaysForRowsOfOtherSizes() {
        Forks other = new Forks(List.of(100.0, 101.0, 102.0, 103.0, 104.0, 105.0), List.of(100.5, 101.5, 102.5, 103.5, 104.5));
        Labels labels = new Labels(List.of(APART, other), 0);
        assertThat(labels.isExact()).isFalse();
        assertThat(labels.pValues()[0]).isCloseTo(2.0 / 252, within(0.008));
    }
}
