// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.time.Duration;
import java.util.Optional;
import org.nofaultbench.reports.stats.Judgement;

/**
 * Is told of every fork.
 *
 * @param <K> what names a comparison
 */
@FunctionalInterface
public interface DuelListener<K> {

    /**
     * @param ratio median over the forks so far
     * @param lookedAt judgement of the last look; empty before the first
     * @param elapsed since the duel's beginning
     */
    void measured(K row, int forks, double ratio, Optional<Judgement> lookedAt, Duration elapsed);

    static <K> DuelListener<K> silent() {
        return (row, forks, ratio, lookedAt, elapsed) -> {};
    }
}
