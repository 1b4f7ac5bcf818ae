// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much time a run takes: rounds, sizes, and the length of a fork. Budgets are for two cores and the whole run
 * without the build.
 */
public enum Preset {
    /** Proves that everything runs; one round decides nothing. */
    SMOKE(1, 1, false, 2, Duration.ofSeconds(60)),
    /**
     * README's command: the most telling sizes. Six rounds are the fewest that give a median an interval of 95% by order statistics; with nine
     * that interval no longer ends at the two extremes, so that one disturbed fork cannot widen it.
     */
    QUICK(6, 9, false, 4, Duration.ofMinutes(6)),
    /** Every size. */
    STANDARD(10, 15, true, 5, Duration.ofMinutes(28));

    private static final int WARMUP_ITERATIONS = 1;
    private static final int WARMUP_ITERATIONS_IN_JAVA = 10;
    private static final Duration ITERATION_TIME = Duration.ofMillis(40);

    private final int rounds;
    private final int mostRounds;
    private final boolean everySize;
    private final int iterations;
    private final Duration budget;

    Preset(int rounds, int mostRounds, boolean everySize, int iterations, Duration budget) {
        this.rounds = rounds;
        this.mostRounds = mostRounds;
        this.everySize = everySize;
        this.iterations = iterations;
        this.budget = budget;
    }

    /** As it is typed, such as {@code quick}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rounds that every run has, however long they take. */
    public int rounds() {
        return rounds;
    }

    /** Rounds that a run has where they fit its budget. */
    public int mostRounds() {
        return mostRounds;
    }

    /** Those of a workload's sizes that this preset measures. */
    List<BufferSize> sizesOf(Workload workload) {
        return everySize ? workload.sizes() : workload.fewSizes();
    }

    /** A loop in C is as fast the first time; one in Java waits for the second compiler, some hundred milliseconds. */
    public int warmupIterations(Cell cell) {
        return cell.inJava() ? WARMUP_ITERATIONS_IN_JAVA : WARMUP_ITERATIONS;
    }

    public int iterations() {
        return iterations;
    }

    public Duration iterationTime() {
        return ITERATION_TIME;
    }

    /** Time for the forks of a run; rounds beyond the fewest are begun only if they should end within it. */
    public Duration budget() {
        return budget;
    }
}
