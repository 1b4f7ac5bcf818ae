// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;

/**
 * What a run may take.
 *
 * @param rounds rounds that it has however long they take
 * @param mostRounds rounds that it has where they fit the time
 * @param time for its forks; a round beyond the fewest is begun only if it should end within it
 */
public record Budget(int rounds, int mostRounds, Duration time) {

    private static final int WITHOUT_LIMIT = 10_000;

    /** As many rounds as fit the time, and one in any case, since less would leave cells without a figure. */
    public static Budget ofTime(Duration time) {
        return new Budget(1, WITHOUT_LIMIT, time);
    }

    /** The same with that many rounds at least, however long they take. */
    public Budget withRounds(int least) {
        return new Budget(Math.max(rounds, least), Math.max(mostRounds, least), time);
    }

    /**
     * Whether another round is begun.
     *
     * @param done rounds that are complete, 1 or more
     * @param spentMs time that they took
     */
    public boolean allows(int done, long spentMs) {
        boolean fits = spentMs / done * (done + 1) <= time.toMillis();
        return done < rounds || done < mostRounds && fits;
    }
}
