// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;
import java.util.Locale;

/**
 * How much time a run takes: cells, rounds, and the length of a fork. Budgets are for two cores and the whole run without the
 * build.
 */
public enum Preset {
    /** Proves that everything runs that {@code quick} measures; one round decides nothing. */
    SMOKE(2, new Budget(1, 1, Duration.ofSeconds(60))),
    /**
     * README's command: the most telling cells. Nine rounds are the fewest in which a row can be FASTER or SLOWER among all
     * rows of a run, and in which one disturbed fork cannot widen the interval.
     */
    QUICK(4, new Budget(9, 9, Duration.ofMinutes(13))),
    /** Every benchmark; representative strategies alone for all but the main parameters. */
    STANDARD(4, new Budget(10, 15, Duration.ofMinutes(28))),
    /** Every cell of every strategy. */
    FULL(5, new Budget(10, 15, Duration.ofHours(4)));

    private static final int WARMUP_IN_JAVA = 10;
    private static final int PACED_ITERATIONS = 2;

    private final ForkLength forkLength;
    private final Budget budget;

    Preset(int iterations, Budget budget) {
        this.forkLength = new ForkLength(WARMUP_IN_JAVA, iterations, PACED_ITERATIONS, ForkLength.ITERATION_TIME);
        this.budget = budget;
    }

    /** As it is typed, such as {@code quick}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it measures what is measured from preset {@code first} on; the smallest measures what {@code quick} does. */
    boolean includes(Preset first) {
        return first.compareTo(this == SMOKE ? QUICK : this) <= 0;
    }

    public ForkLength forkLength() {
        return forkLength;
    }

    /** Rounds and time, unless a run is given its own. */
    public Budget budget() {
        return budget;
    }
}
