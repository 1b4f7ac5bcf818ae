// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P values of a table's rows from what the rows could have been instead: a row's is the share of resamples in which the most
 * extreme row that is left is at least as extreme as it (Westfall and Young, Resampling-Based Multiple Testing, 1993, step down
 * with the maximum; Ge, Dudoit and Speed, Test 12, 2003, box 4). A resample draws all rows together, which keeps whatever ties
 * them to one another.
 */
final class StepDown {

    /** Rounding must not tell a resample from its own mirror image. */
    private static final double TOLERANCE = 1 - 1e-9;

    private static final int BETWEEN_CHECKS = 64;
    private final double[] observed;
    private final int[] order;
    private final int[] atLeast;
    private final int fewest;
    private int resamples;

    /**
     * @param observed how extreme each row is as it was measured
     * @param fewest resamples before the count may stop early
     */
    StepDown(double[] observed, int fewest) {
        this.observed = observed;
        this.fewest = fewest;
        this.order = IntStream.range(0, observed.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -observed[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.atLeast = new int[observed.length];
    }

    /** Counts one more resample. */
    void add(double[] resampled) {
        double most = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int row = order[i];
            most = Math.max(most, resampled[row]);
            if (most >= observed[row] * TOLERANCE) {
                atLeast[row]++;
            }
        }
        resamples++;
    }

    /**
     * Whether none of some rows can come below alpha any more, so that further resamples would only make large p values finer
     * (Besag and Clifford, Biometrika 78, 1991, 301-304).
     *
     * @param planned how many resamples there would be in all
     */
    boolean isSettled(BitSet some, double alpha, int planned) {
        return resamples >= fewest
                && resamples > 0
                && resamples % BETWEEN_CHECKS == 0
                && some.stream().allMatch(row -> atLeast[row] > alpha * planned);
    }

    /** One p value a row; a row that is less extreme than another has no smaller one. */
    double[] pValues() {
        double[] p = new double[order.length];
        double largest = 0;
        for (int row : order) {
            largest = Math.max(largest, (double) atLeast[row] / resamples);
            p[row] = largest;
        }
        return p;
    }
}
