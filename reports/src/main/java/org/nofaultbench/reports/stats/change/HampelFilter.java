// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Puts the median of the neighbourhood in the place of values that stand alone (Hampel's filter: Pearson, Mining Imperfect Data,
 * 2005, section 4.5), so that a single disturbed run weighs nothing, however far off it is. A median of eleven keeps the edge of a
 * step where it is.
 *
 * <p>The scale is a high quantile of the distances and not their median: where runs fall into two clusters, as they do when the
 * memory layout has two outcomes, the median distance is that within one cluster, and all of the other would be taken for spikes.
 */
final class HampelFilter {

    /** What lies further off its neighbours stands alone. */
    static final double DEVIATIONS = 3.5;

    private static final int REACH = 5;
    private static final double QUANTILE = 0.9;
    /** The same quantile of |z|, z standard normal. */
    private static final double NORMAL = 1.6449;

    private final double[] values;
    private final double[] medians;
    private final double[] distances;
    private final double deviation;

    HampelFilter(double[] values) {
        this.values = values;
        this.medians = new double[values.length];
        this.distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            medians[i] = Median.withDefaults()
                    .evaluate(
                            Arrays.copyOfRange(values, Math.max(0, i - REACH), Math.min(values.length, i + REACH + 1)));
            distances[i] = Math.abs(values[i] - medians[i]);
        }
        this.deviation = Quantile.withDefaults().evaluate(distances.clone(), QUANTILE) / NORMAL;
    }

    /** The values, less those that lie more than this many deviations off their neighbours. */
    double[] setAside(double deviations) {
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (distances[i] > deviations * deviation) {
                kept[i] = medians[i];
            }
        }
        return kept;
    }

    /** Whether one of the values around a place stands alone. */
    boolean isNear(int place, int reach) {
        for (int i = Math.max(0, place - reach); i < Math.min(values.length, place + reach); i++) {
            if (distances[i] > DEVIATIONS * deviation) {
                return true;
            }
        }
        return false;
    }
}
