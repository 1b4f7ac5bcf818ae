// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankSumTest {

    /** Critical values of U at 5%, two-sided, plus one: Mann and Whitney's table as in Siegel, Nonparametric Statistics, table K. */
    @ParameterizedTest
    @CsvSource({"3, 3, 0", "4, 4, 1", "5, 5, 3", "6, 6, 6", "8, 8, 14", "10, 10, 24", "5, 10, 9", "20, 20, 128"})
    void hasTheDepthOfThePublishedTable(int n, int m, int depth) {
        assertThat(RankSum.ofSizes(n, m).depth(Estimate.CONFIDENCE)).isEqualTo(depth);
        assertThat(RankSum.ofSizes(m, n).depth(Estimate.CONFIDENCE)).isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 3", "7, 4, 4", "10, 10, 24", "12, 30, 100", "25, 25, 200"})
    void countsAsAnotherLibraryDoes(int n, int m, int depth) {
        double p = MannWhitneyUTest.withDefaults()
                .with(PValueMethod.EXACT)
                .test(samples(n, m, depth - 1)[0], samples(n, m, depth - 1)[1])
                .getPValue();
        assertThat(RankSum.ofSizes(n, m).coverage(depth)).isCloseTo(1 - p, within(1e-10));
    }

    @Test
    void staysExactForAsManyForksAsARunMayHave() {
        double normal = 0.5 * 200 * 200 - 1.959964 * Math.sqrt(200.0 * 200 * 401 / 12);
        assertThat(RankSum.ofSizes(200, 200).depth(Estimate.CONFIDENCE)).isCloseTo((int) normal, within(2));
    }

    /** Samples without ties of which u pairs have the greater value in the first. */
    private static double[][] samples(int n, int m, int u) {
        double[] second = IntStream.rangeClosed(1, m).mapToDouble(i -> i).toArray();
        double[] first = new double[n];
        int left = u;
        for (int i = 0; i < n; i++) {
            int above = Math.min(left, m);
            left -= above;
            first[i] = above + 0.5 + i * 1e-3;
        }
        return new double[][] {first, second};
    }
}
