// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * How often the words are wrong where the process, or the pair of processes, is the replicate. Simulated are turns whose truth is
 * known: each process has a ratio of its own, because its pages and its addresses lie where they lie; so has each place of the
 * mappings within it; the machine drifts; and of all turns a third are disturbed, which only ever makes them slower. What processes
 * differ by is what {@code nofault-pair} was seen to differ by: 0.3% to 0.6% in copies of 8 MiB, 2% where other programs run.
 */
class PairedProcessesTest {

    private static final int TESTS = 200;
    private static final int PLACES = 8;
    private static final int CYCLES_OF_PLACE = 2;
    private static final double DISTURBED_SHARE = 0.33;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PROCESS_TIME = Duration.ofMillis(300);

    /** Processes that differ by {@code spread}, a standard deviation, and whose places differ as much again. */
    private record Processes(double ratio, double spread, long[] nanos) implements PairFork.Runner {

        @Override
        public PairFork measure(PairSpec spec, long seed) {
            nanos[0] += PROCESS_TIME.toNanos();
            Random random = new Random(seed);
            double own = ratio * Math.exp(spread * random.nextGaussian());
            double level = 1000;
            List<AbbaBlock> blocks = new ArrayList<>();
            for (int place = 0; place < PLACES; place++) {
                double ofPlace = own * Math.exp(spread * random.nextGaussian());
                for (int cycle = 0; cycle < CYCLES_OF_PLACE; cycle++) {
                    level *= Math.exp(0.01 * random.nextGaussian());
                    blocks.add(new AbbaBlock(
                            turn(level * ofPlace, random),
                            turn(level * ofPlace, random),
                            turn(level, random),
                            turn(level, random)));
                }
            }
            return new PairFork(PairMeasurement.Kind.READ, blocks, Map.of(), 0);
        }

        private static double turn(double ns, Random random) {
            double slower = random.nextDouble() < DISTURBED_SHARE ? -Math.log(random.nextDouble()) : 0;
            return ns * Math.exp(0.003 * random.nextGaussian()) * (1 + slower);
        }
    }

    private static long count(double ratio, double spread, Predicate<SequentialPairTest.Result> which)
            throws IOException {
        Processes processes = new Processes(ratio, spread, new long[1]);
        PairSpec spec = new PairSpec(
                "a", "b", new PairMeasurement(PairMeasurement.Kind.READ, Region.whole(1), 1, ReadLoop.SUM));
        long found = 0;
        for (int seed = 1; seed <= TESTS; seed++) {
            SequentialPairTest.Result result = new SequentialPairTest(
                            Map.of("copy", spec),
                            processes,
                            Margin.DEFAULT,
                            LIMIT,
                            SequentialPairTest.Listener.silent(),
                            () -> processes.nanos()[0])
                    .decide(seed)
                    .get("copy");
            found += which.test(result) ? 1 : 0;
        }
        return found;
    }

    /** At most 0.5% of such tests are wrong: more than five of 200 once in two thousand. */
    @ParameterizedTest
    @CsvSource({"0.002", "0.006", "0.02"})
    void findsNoDifferenceWhereProcessesAloneDiffer(double spread) throws IOException {
        assertThat(count(1, spread, result -> isDirected(result.judgement().verdict())))
                .isLessThanOrEqualTo(5);
    }

    private static boolean isDirected(Verdict verdict) {
        return verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
    }

    /** The margin is 1%; a ratio just beyond it may be called the same in one test of forty. */
    @ParameterizedTest
    @CsvSource({"0.002", "0.006", "0.02"})
    void callsNoDifferenceBeyondTheMarginTheSame(double spread) throws IOException {
        assertThat(count(1.0101, spread, result -> result.judgement().verdict() == Verdict.EQUIVALENT))
                .isLessThanOrEqualTo(12);
    }

    /** All intervals that a test shows hold the truth together in 95% of tests. */
    @ParameterizedTest
    @CsvSource({"0.002", "0.006", "0.02"})
    void intervalsHoldTheRatioOfAllProcesses(double spread) throws IOException {
        assertThat(count(
                        1.003,
                        spread,
                        result -> result.judgement()
                                .ratio()
                                .interval()
                                .filter(interval -> interval.holds(1.003))
                                .isPresent()))
                .isGreaterThanOrEqualTo(TESTS * 92 / 100);
    }
}
