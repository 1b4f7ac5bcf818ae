// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;
import org.nofaultbench.nativelib.NamedConstant;

/**
 * How much time a run takes: cells, rounds, and the length of a fork. Budgets are for two cores and the whole run without the
 * build.
 */
public enum Preset implements NamedConstant {
    /** Proves that everything runs that {@code quick} measures; one round decides nothing. */
    SMOKE(1, new Budget(1, 1, Duration.ofSeconds(30)), 1, Duration.ZERO),
    /**
     * README's command: the most telling cells. Six rounds of JMH forks give absolute figures with an interval; what is
     * compared takes turns until it is decided.
     */
    QUICK(3, new Budget(6, 6, Duration.ofMinutes(2)), 6, Duration.ofSeconds(110)),
    /**
     * Every benchmark; representative strategies alone for all but the main parameters. Some 1,400 forks in ten and a half
     * minutes, and eight minutes of pairs: 19 minutes on a quiet machine.
     */
    STANDARD(3, new Budget(9, 9, Duration.ofMinutes(11)), 6, Duration.ofMinutes(8)),
    /** Every cell of every strategy. */
    FULL(5, new Budget(10, 15, Duration.ofHours(4)), 6, Duration.ofMinutes(60));

    private static final int WARMUP_IN_JAVA = 10;
    private static final int PACED_ITERATIONS = 2;

    private final ForkLength forkLength;
    private final Budget budget;
    private final int roundsOfPaired;
    private final Duration pairTime;

    Preset(int iterations, Budget budget, int roundsOfPaired, Duration pairTime) {
        this.forkLength = new ForkLength(WARMUP_IN_JAVA, iterations, PACED_ITERATIONS, ForkLength.ITERATION_TIME);
        this.budget = budget;
        this.roundsOfPaired = roundsOfPaired;
        this.pairTime = pairTime;
    }

    /** Whether it measures what is measured from preset {@code first} on; the smallest measures what {@code quick} does. */
    boolean includes(Preset first) {
        return first.compareTo(this == SMOKE ? QUICK : this) <= 0;
    }

    /**
     * How long a JMH fork measures a cell.
     *
     * @param warmupInJava warm-up iterations of a loop in Java, which waits for the second compiler; one in C needs one
     * @param iterations that are measured
     * @param pacedIterations the same where a benchmark keeps the pace of a screen: two are worth a dozen of the others
     * @param iterationTime of one iteration
     */
    public record ForkLength(int warmupInJava, int iterations, int pacedIterations, Duration iterationTime) {

        private static final Duration ITERATION_TIME = Duration.ofMillis(20);

        /** The shortest fork that gives a figure: where forks are many, their start is most of their cost. */
        public static final ForkLength SHORTEST = new ForkLength(5, 2, 1, ITERATION_TIME);

        public int warmupIterations(Cell cell) {
            return cell.inJava() ? warmupInJava : 1;
        }

        public int iterations(Cell cell) {
            return cell.workload().isPaced() ? pacedIterations : iterations;
        }
    }

    public ForkLength forkLength() {
        return forkLength;
    }

    /** Rounds of JMH forks that give an absolute figure where turns give the verdict; an interval needs six. */
    public int roundsOfPaired() {
        return roundsOfPaired;
    }

    /** Time for comparisons that take turns; each is measured once in any case. */
    public Duration pairTime() {
        return pairTime;
    }

    public Budget budget() {
        return budget;
    }

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
}
