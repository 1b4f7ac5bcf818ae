// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class StepDownTest {

    /** By hand: row 0 is reached by the greatest of all rows once in four, row 1 by that of the rows left, 1 and 2, twice. */
    @Test
    void comparesARowWithTheMostExtremeOfThoseThatAreLeft() {
        StepDown rows = new StepDown(new double[] {9, 5, 1}, 0);
        rows.add(new double[] {9, 5, 1});
        rows.add(new double[] {1, 4, 6});
        rows.add(new double[] {6, 2, 3});
        rows.add(new double[] {2, 1, 0});
        assertThat(rows.pValues()).containsExactly(0.25, 0.5, 0.75);
    }

    @Test
    void givesNoLessExtremeRowASmallerValue() {
        StepDown rows = new StepDown(new double[] {9, 8}, 0);
        rows.add(new double[] {10, 0});
        rows.add(new double[] {0, 0});
        assertThat(rows.pValues()).containsExactly(0.5, 0.5);
    }

    @Test
    void isNotSettledWhileAWantedRowMayStillBeBelow() {
        StepDown rows = new StepDown(new double[] {5, 1}, 0);
        for (int i = 0; i < 512; i++) {
            rows.add(new double[] {0, 2});
        }
        assertThat(rows.isSettled(BitSet.valueOf(new long[] {0b10}), 0.01, 9_999))
                .isTrue();
        assertThat(rows.isSettled(BitSet.valueOf(new long[] {0b01}), 0.01, 9_999))
                .isFalse();
    }
}
