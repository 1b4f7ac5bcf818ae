// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;
import java.util.Locale;

/**
 * How much time a run takes: questions, rounds, and the length of a fork. Budgets are for two cores and the whole run
 * without the build.
 */
public enum Preset implements ForkLength {
    /** Proves that everything runs that {@code quick} asks; one round decides nothing. */
    SMOKE(2, new Budget(1, 1, Duration.ofSeconds(60))),
    /**
     * README's command: the most telling questions. Nine rounds are the fewest in which a row can be FASTER or SLOWER
     * among all rows of a run, and in which one disturbed fork cannot widen the interval.
     */
    QUICK(4, new Budget(9, 9, Duration.ofMinutes(13))),
    /** Every workload; of questions beside the main ones, one strategy of each kind. */
    STANDARD(4, new Budget(10, 15, Duration.ofMinutes(28))),
    /** Every question of every strategy. */
    FULL(5, new Budget(10, 15, Duration.ofHours(4)));

    private static final int WARMUP_ITERATIONS = 1;
    private static final int PACED_ITERATIONS = 2;
    private static final int WARMUP_ITERATIONS_IN_JAVA = 10;
    private static final Duration ITERATION_TIME = Duration.ofMillis(40);

    private final int iterations;
    private final Budget budget;

    Preset(int iterations, Budget budget) {
        this.iterations = iterations;
        this.budget = budget;
    }

    /** As it is typed, such as {@code quick}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks what is asked from preset {@code first} on; the smallest asks what {@code quick} does. */
    boolean includes(Preset first) {
        return first.compareTo(this == SMOKE ? QUICK : this) <= 0;
    }

    /** A loop in C is as fast the first time; one in Java waits for the second compiler, some hundred milliseconds. */
    @Override
    public int warmupIterations(Cell cell) {
        return cell.inJava() ? WARMUP_ITERATIONS_IN_JAVA : WARMUP_ITERATIONS;
    }

    /** Of a screen, an iteration is a batch of frames at their own pace: two are worth a dozen of the others. */
    @Override
    public int iterations(Cell cell) {
        return cell.workload().keepsPace() ? Math.min(iterations, PACED_ITERATIONS) : iterations;
    }

    @Override
    public Duration iterationTime() {
        return ITERATION_TIME;
    }

    /** Rounds and time, unless a run is given its own. */
    public Budget budget() {
        return budget;
    }
}
