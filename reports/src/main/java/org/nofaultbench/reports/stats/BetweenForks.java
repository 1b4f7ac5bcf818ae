// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * By how much two forks of one build may differ where there are too few to show it: memory layout and what the compiler made of
 * the code move all iterations of a fork together.
 *
 * @param assumed 0% to 100%
 */
public record BetweenForks(Percent assumed) {

    /** A fifth: with forks that scatter by 5%, which is much, two differ by more about once in a hundred times. */
    public static final BetweenForks DEFAULT = new BetweenForks(new Percent(20));

    public BetweenForks {
        if (!(assumed.value() >= 0 && assumed.value() <= 100)) {
            throw new IllegalArgumentException("difference between forks must be 0% to 100%: between-forks=" + assumed);
        }
    }

    double log() {
        return Math.log1p(assumed.fraction());
    }
}
