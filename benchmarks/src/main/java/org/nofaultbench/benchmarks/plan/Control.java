// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import org.nofaultbench.nativelib.Family;

/** The strategy that a workload's cells are compared with. */
enum Control {
    UNGUARDED("unguarded-shared"),
    GUARD_POOL("guard-pool"),
    /** The workload is not asked of strategies. */
    NO_STRATEGY(null);

    private static final String IN_JAVA = "jvm-heap";

    private final String strategy;

    Control(String strategy) {
        this.strategy = strategy;
    }

    /** Loops in Java are compared with those in Java. */
    Optional<String> of(Family family) {
        return family == Family.JVM ? Optional.of(IN_JAVA) : Optional.ofNullable(strategy);
    }
}
