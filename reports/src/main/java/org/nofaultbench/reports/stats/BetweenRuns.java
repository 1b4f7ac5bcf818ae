// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * By how much two runs of one build on one machine may differ and nobody is to blame. Boot, heat, memory layout and neighbours
 * move all forks of a run together, so that no number of forks shows it; two runs alone do not tell it from a change.
 *
 * @param assumed where the runs themselves do not show it, 0% to 50%
 */
public record BetweenRuns(Percent assumed) {

    /**
     * Three percent: two standard deviations of the difference of two runs whose own is 1.0% to 1.4%, as Google Benchmark's
     * are with and without interleaving.
     */
    public static final BetweenRuns DEFAULT = new BetweenRuns(new Percent(3));

    public BetweenRuns {
        if (!(assumed.value() >= 0 && assumed.value() <= 50)) {
            throw new IllegalArgumentException("difference between runs must be 0% to 50%: between-runs=" + assumed);
        }
    }

    double log() {
        return Math.log1p(assumed.fraction());
    }
}
