// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.time.Duration;

/**
 * How long a JMH fork measures a cell.
 *
 * @param warmupInJava warm-up iterations of a loop in Java, which waits for the second compiler; one in C needs one
 * @param iterations that are measured
 * @param pacedIterations the same where a benchmark keeps the pace of a screen: two are worth a dozen of the others
 * @param iterationTime of one iteration
 */
public record ForkLength(int warmupInJava, int iterations, int pacedIterations, Duration iterationTime) {

    static final Duration ITERATION_TIME = Duration.ofMillis(20);

    /** The shortest fork that gives a figure: where forks are many, their start is most of their cost. */
    public static final ForkLength SHORTEST = new ForkLength(5, 2, 1, ITERATION_TIME);

    public int warmupIterations(Cell cell) {
        return cell.inJava() ? warmupInJava : 1;
    }

    public int iterations(Cell cell) {
        return cell.workload().isPaced() ? pacedIterations : iterations;
    }
}
