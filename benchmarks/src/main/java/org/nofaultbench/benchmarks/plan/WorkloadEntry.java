// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nofaultbench.nativelib.StrategyInfo;
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

    /**
     * The combinations of parameters that a benchmark is measured with, in display order: from which preset on, and with which
     * strategies. A cell costs half a second a round, so that all but the main combinations are measured with representative
     * strategies first.
     *
     * @param rows in display order
     */
    record ParameterMatrix(List<Row> rows) {

        /** The controls, one of each family, and copying at its best. */
        private static final Set<String> REPRESENTATIVE = Set.of(
                "unguarded-shared",
                "sealed",
                "guard-pool",
                "guard-libwayland",
                "guard-huge-tail",
                "guard-jump",
                "nofault-private",
                "nofault-emulated",
                "copy-pread",
                "copy-guarded");

        /**
         * One combination of parameters.
         *
         * @param representative the first preset that measures it with representative strategies
         * @param all the first preset that measures it with every strategy
         */
        private record Row(Parameters parameters, Preset representative, Preset all) {}

        static ParameterMatrix empty() {
            return new ParameterMatrix(List.of());
        }

        /** With every strategy from that preset on. */
        ParameterMatrix from(Preset first, Parameters... parameters) {
            return from(first, first, parameters);
        }

        /** With representative strategies from that preset on, with every strategy in the full one. */
        ParameterMatrix representativeFrom(Preset first, Parameters... parameters) {
            return from(first, Preset.FULL, parameters);
        }

        /** With representative strategies from one preset on, with every strategy from another. */
        ParameterMatrix from(Preset representative, Preset all, Parameters... parameters) {
            Stream<Row> more = Arrays.stream(parameters).map(combination -> new Row(combination, representative, all));
            return new ParameterMatrix(Stream.concat(rows.stream(), more).toList());
        }

        List<Parameters> in(Preset preset) {
            return rows.stream()
                    .filter(row -> preset.includes(row.representative))
                    .map(Row::parameters)
                    .toList();
        }

        /** Why this preset does not measure it with that strategy; its row stays. A strategy that the user brought is measured. */
        Optional<String> notInPreset(Preset preset, Parameters parameters, StrategyInfo strategy) {
            boolean measured = REPRESENTATIVE.contains(strategy.id())
                    || strategy.isOfStrategyLibrary()
                    || rows.stream().anyMatch(row -> row.parameters.equals(parameters) && preset.includes(row.all));
            return measured
                    ? Optional.empty()
                    : Optional.of("not measured in preset " + preset.id() + "; `run full` measures every strategy");
        }
    }
}
