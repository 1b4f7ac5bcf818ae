// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.model.CellEntry;

/**
 * What is known of a benchmark.
 *
 * @param benchmark name of the JMH class
 * @param method name of the JMH method
 * @param metric the secondary result that is the figure, where C times it; JMH's own score by default
 * @param baseline the strategy that the others are compared with; a benchmark without one has no strategies
 * @param baselineMethod of the same class, what this one is compared with, where there are no strategies
 * @param batch one access by default
 * @param paced whether it waits for the deadlines of a screen
 * @param skips no strategy by default
 * @param pairs what two strategies take turns at; by default nothing
 * @param marginPercent how far from 1 a ratio may lie and still count as the same; by default what the user says, or 1%: of
 *     a 1080p upload that is 3 us, a five-thousandth of a frame of 60 Hz. 5% of a recovery is 0.1 ms, which no viewer sees once a client
 *     misbehaves, and of a fresh frame less than what the client's own drawing varies by. 10% of what an attacker costs
 *     changes nobody's choice, since strategies differ by multiples.
 * @param floorNs a difference that counts as the same however large its share is. 0.2 ns is less than one cycle; the same
 *     instructions at another address differ by half of that.
 */
@RecordBuilder
record WorkloadEntry(
        String benchmark,
        String method,
        String metric,
        String baseline,
        String baselineMethod,
        Batch batch,
        boolean paced,
        SkipRule skips,
        Function<Parameters, Optional<PairMeasurement>> pairs,
        Double marginPercent,
        Double floorNs,
        ParameterMatrix parameters) {

    /** How many accesses one invocation of a benchmark makes. */
    @FunctionalInterface
    interface Batch {

        /** As many as take about a millisecond, in which the call into the library is lost. */
        Batch BY_BYTES = bytes -> (int) Math.min(4096, (64L << 20) / bytes);

        /** Accesses of nothing, nanoseconds each. */
        Batch EMPTY = bytes -> 100_000;

        /** Each access waits for the client, so there is no call to hide; large frames take milliseconds to draw. */
        Batch FRAMES = bytes -> bytes > 1 << 20 ? 1 : 16;

        /** Frames at the pace of a screen: 60 to 250 ms. */
        Batch SCREEN = bytes -> 15;

        /** Accesses of each of several threads, which begin and end together. */
        Batch THREADS = bytes -> 2048;

        /** Pools, each with a client of its own. */
        Batch POOLS = bytes -> 4;

        Batch ONE = bytes -> 1;

        /** @param bytesPerAccess 0 where an access reads nothing */
        int accesses(long bytesPerAccess);
    }

    /** With what most benchmarks have. */
    static WorkloadEntryBuilder entry(String benchmark, String method) {
        return WorkloadEntryBuilder.builder()
                .benchmark(benchmark)
                .method(method)
                .metric(CellEntry.PRIMARY)
                .batch(Batch.ONE)
                .skips(SkipRule.NONE)
                .pairs(parameters -> Optional.empty());
    }
}
