// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

/**
 * Where between its neighbours is a change? Each place is as likely as the squares that it leaves say, were the noise normal and
 * the levels unknown (Bai, Econometric Theory 13, 1997, for the least squares; the levels are integrated out).
 */
final class ChangePointInterval {

    private static final double HELD = 0.999;

    private final int first;
    private final double[] shares;

    /**
     * @param cumulative sums of the values
     * @param variance of the noise around the change
     * @param from index of the first value of the segment before
     * @param to index after the last value of the segment after
     * @param shortest a segment
     */
    ChangePointInterval(Cumulative cumulative, double variance, int from, int to, int shortest) {
        first = from + shortest;
        shares = new double[to - shortest - first + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            int at = first + i;
            double left = cumulative.residual(from, at) + cumulative.residual(at, to);
            shares[i] = -left / (2 * variance) - Math.log((double) (at - from) * (to - at)) / 2;
            most = Math.max(most, shares[i]);
        }
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            total += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
    }

    /** The place in whose neighbourhood, {@code reach} to either side, the change is most likely. */
    int likeliest(int reach) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            double gain = around(i, reach) - around(best, reach);
            if (gain > 0 || gain == 0 && shares[i] > shares[best]) {
                best = i;
            }
        }
        return first + best;
    }

    private double around(int place, int reach) {
        double sum = 0;
        for (int i = Math.max(0, place - reach); i <= Math.min(shares.length - 1, place + reach); i++) {
            sum += shares[i];
        }
        return sum;
    }

    /** First of the places that hold the change 999 times in 1,000; the rest is shared by what lies before and after. */
    int earliest() {
        int i = 0;
        for (double sum = shares[0]; sum <= (1 - HELD) / 2; sum += shares[i]) {
            i++;
        }
        return first + i;
    }

    /** Last of them. */
    int latest() {
        int i = shares.length - 1;
        for (double sum = shares[i]; sum <= (1 - HELD) / 2; sum += shares[i]) {
            i--;
        }
        return first + i;
    }
}
