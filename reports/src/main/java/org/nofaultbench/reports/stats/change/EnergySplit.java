// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The place that parts a stretch into the two most different halves: the greatest energy distance, with exponent 1 (Matteson
 * and James, A nonparametric approach for multiple change point analysis of multivariate data, JASA 109, 2014, equations 5 to
 * 8).
 *
 * <p>The sums of distances within the values up to each place grow by one value at a time. A tree of partial sums over the
 * values' ranks (Fenwick, Software: Practice and Experience 24, 1994) adds a value in logarithmic time, where the paper's
 * recursion takes linear time.
 */
final class EnergySplit {

    private static final double DECAY = 1 / Math.sqrt(2);

    private final double[] values;
    private final int[] ranks;
    private final double[] sums;
    private final int[] counts;

    EnergySplit(double[] values) {
        this.values = values;
        this.ranks = Arrays.stream(new NaturalRanking(TiesStrategy.SEQUENTIAL).rank(values))
                .mapToInt(rank -> (int) rank)
                .toArray();
        this.sums = new double[values.length + 1];
        this.counts = new int[values.length + 1];
    }

    /**
     * The best split of each of many stretches of all lengths, each overlapping the next by half, so that around every change
     * there is one with no other change in it (Kovacs, Buehlmann, Li and Munk, Seeded binary segmentation, Biometrika 110, 2023,
     * definition 1). A whole series that goes up and comes down again would show a split at neither.
     *
     * @param shortest part of a stretch
     */
    SortedSet<Integer> candidates(int shortest) {
        SortedSet<Integer> candidates = new TreeSet<>();
        for (double exact = values.length; Math.ceil(exact) >= 2 * shortest; exact *= DECAY) {
            int length = (int) Math.ceil(exact);
            int count = 2 * (int) Math.ceil((double) values.length / length) - 1;
            for (int i = 0; i < count; i++) {
                int from = count == 1 ? 0 : (int) Math.round((double) i * (values.length - length) / (count - 1));
                candidates.add(best(from, from + length, shortest));
            }
        }
        return candidates;
    }

    /** Index of the first value after the split, at least {@code shortest} from either end of the stretch. */
    int best(int from, int to, int shortest) {
        double[] before = within(from, to, 1);
        double[] after = within(to - 1, from - 1, -1);
        int size = to - from;
        int best = shortest;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = shortest; at <= size - shortest; at++) {
            double energy = energy(at, size - at, before[at], after[size - at], before[size]);
            if (energy > most) {
                most = energy;
                best = at;
            }
        }
        return from + best;
    }

    /** Q of equation 7, from the sums of distances within either side and within all. */
    private static double energy(double n, double m, double withinN, double withinM, double all) {
        double between = all - withinN - withinM;
        return n * m / (n + m) * (2 * between / (n * m) - 2 * withinN / (n * (n - 1)) - 2 * withinM / (m * (m - 1)));
    }

    /** The sum of distances among the first k values, for each k. */
    private double[] within(int first, int end, int step) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        double[] within = new double[Math.abs(end - first) + 1];
        double total = 0;
        for (int k = 0, i = first; i != end; i += step, k++) {
            within[k + 1] = within[k] + distances(i, k, total);
            add(i);
            total += values[i];
        }
        return within;
    }

    /** From a value to the {@code known} values that were added before it. */
    private double distances(int i, int known, double total) {
        double lower = 0;
        int count = 0;
        for (int node = ranks[i]; node > 0; node -= node & -node) {
            lower += sums[node];
            count += counts[node];
        }
        return values[i] * count - lower + total - lower - values[i] * (known - count);
    }

    private void add(int i) {
        for (int node = ranks[i]; node < sums.length; node += node & -node) {
            sums[node] += values[i];
            counts[node]++;
        }
    }
}
