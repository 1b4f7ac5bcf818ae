// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.Arrays;

/**
 * Variance of the noise around each place, from the differences of neighbours, which do not see the level (von Neumann, Annals of
 * Mathematical Statistics 12, 1941). The greatest tenth is left out: the steps are among them.
 */
final class LocalVariance {

    /** Values on either side that count. */
    static final int REACH = 50;

    private static final double KEPT = 0.9;
    /** Mean of z^2 over that share of least values, z standard normal. */
    private static final double NORMAL = 0.6231;

    private static final int BLOCK = 25;

    private LocalVariance() {}

    static double[] of(double[] values) {
        double[] halves = new double[values.length - 1];
        for (int i = 0; i < halves.length; i++) {
            double difference = values[i + 1] - values[i];
            halves[i] = difference * difference / 2;
        }
        double[] variances = new double[values.length];
        for (int block = 0; block < values.length; block += BLOCK) {
            int end = Math.min(values.length, block + BLOCK);
            Arrays.fill(variances, block, end, around((block + end) / 2, halves));
        }
        return variances;
    }

    private static double around(int place, double[] halves) {
        int from = Math.max(0, Math.min(place - REACH, halves.length - 2 * REACH));
        double[] near = Arrays.copyOfRange(halves, from, Math.min(halves.length, from + 2 * REACH));
        Arrays.sort(near);
        int kept = (int) Math.ceil(KEPT * near.length);
        return Arrays.stream(near, 0, kept).sum() / kept / NORMAL;
    }
}
