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
    SMOKE(1, Set.of(BufferSize.CURSOR, BufferSize.FULL_HD), 1, 2, Duration.ofMillis(40), Duration.ofSeconds(60)),
    /** README's command. Six rounds are the fewest that give a median an interval of 95% by order statistics; one to spare. */
    QUICK(7, Set.of(BufferSize.values()), 1, 5, Duration.ofMillis(40), Duration.ofMinutes(8));

    private final int rounds;
    private final Set<BufferSize> sizes;
    private final int warmupIterations;
    private final int iterations;
    private final Duration iterationTime;
    private final Duration budget;

    Preset(
            int rounds,
            Set<BufferSize> sizes,
            int warmupIterations,
            int iterations,
            Duration iterationTime,
            Duration budget) {
        this.rounds = rounds;
        this.sizes = sizes;
        this.warmupIterations = warmupIterations;
        this.iterations = iterations;
        this.iterationTime = iterationTime;
        this.budget = budget;
    }

    /** As it is typed, such as {@code quick}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int rounds() {
        return rounds;
    }

    /** Those of a workload's sizes that this preset measures. */
    public List<BufferSize> of(List<BufferSize> workloadSizes) {
        return workloadSizes.stream().filter(sizes::contains).toList();
    }

    public int warmupIterations() {
        return warmupIterations;
    }

    public int iterations() {
        return iterations;
    }

    public Duration iterationTime() {
        return iterationTime;
    }

    public Duration budget() {
        return budget;
    }
}
