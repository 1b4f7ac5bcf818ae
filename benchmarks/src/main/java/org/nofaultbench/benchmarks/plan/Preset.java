// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much time a run takes: rounds, sizes, and the length of a fork. Budgets are for two cores and the whole run
 * without the build.
 */
public enum Preset {
    /** Proves that everything runs; one round decides nothing. */
    SMOKE(1, 1, Set.of(BufferSize.CURSOR, BufferSize.FULL_HD), 2, Duration.ofSeconds(40)),
    /**
     * README's command. Six rounds are the fewest that give a median an interval of 95% by order statistics; with nine
     * that interval no longer ends at the two extremes, so that one disturbed fork cannot widen it.
     */
    QUICK(6, 9, Set.of(BufferSize.values()), 4, Duration.ofMinutes(7));

    private static final int WARMUP_ITERATIONS = 1;
    private static final Duration ITERATION_TIME = Duration.ofMillis(40);

    private final int rounds;
    private final int mostRounds;
    private final Set<BufferSize> sizes;
    private final int iterations;
    private final Duration budget;

    Preset(int rounds, int mostRounds, Set<BufferSize> sizes, int iterations, Duration budget) {
        this.rounds = rounds;
        this.mostRounds = mostRounds;
        this.sizes = sizes;
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
    public List<BufferSize> of(List<BufferSize> workloadSizes) {
        return workloadSizes.stream().filter(sizes::contains).toList();
    }

    public int warmupIterations() {
        return WARMUP_ITERATIONS;
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
