// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.pair.PairFork;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Estimate;

/** Holds reads against themselves, to see what this machine calls a difference. */
public record SelfCheck(PairFork.Runner forks, LongSupplier nanoClock) {

    /** Of a deviation; of fewer it says next to nothing. */
    private static final int FEWEST_ROUNDS = 3;

    /** Of a run, for which a smoke run has as few forks as there can be; `doctor --noise` takes all sizes and more time. */
    private static final Duration RUN_TIME = Duration.ofSeconds(3);

    private static final List<BufferSize> RUN_SIZES = List.of(BufferSize.CURSOR, BufferSize.FULL_HD);

    private static final String STRATEGY = "unguarded-shared";
    private static final double NANOS_IN_MS = 1e6;

    public SelfCheck(PairFork.Runner forks) {
        this(forks, System::nanoTime);
    }

    /** In short; null where it cannot be measured, since the run is worth as much without. */
    static List<SelfComparison> ofRun(NofaultLibrary library, RunRequest request, PrintStream out) {
        try {
            Duration time = request.preset() == Preset.SMOKE ? Duration.ZERO : RUN_TIME;
            return new SelfCheck(new PairProgram(library)).measure(RUN_SIZES, time, request.seed());
        } catch (IOException | UserError e) {
            out.println("what this machine resolves was not measured: reason=" + e.getMessage());
            return null;
        }
    }

    /**
     * Rounds of one fork a size, in random order, for about this time.
     *
     * @throws IOException where a fork failed
     */
    public List<SelfComparison> measure(List<BufferSize> sizes, Duration time, long seed) throws IOException {
        Random random = new Random(seed);
        Map<BufferSize, List<Double>> ratios = new HashMap<>();
        Map<BufferSize, Long> nanos = new HashMap<>();
        long began = nanoClock.getAsLong();
        for (int round = 1; round <= FEWEST_ROUNDS || nanoClock.getAsLong() - began < time.toNanos(); round++) {
            List<BufferSize> order = new ArrayList<>(sizes);
            Collections.shuffle(order, random);
            for (BufferSize size : order) {
                long forkBegan = nanoClock.getAsLong();
                PairMeasurement read =
                        Workload.READ_WARM.pairMeasurement(Parameters.of(size)).orElseThrow();
                PairFork fork = forks.measure(new PairSpec(STRATEGY, STRATEGY, read), random.nextLong());
                ratios.computeIfAbsent(size, any -> new ArrayList<>()).add(fork.ratio());
                nanos.merge(size, nanoClock.getAsLong() - forkBegan, Long::sum);
            }
        }
        return sizes.stream()
                .map(size -> comparison(size, ratios.get(size), nanos.get(size)))
                .toList();
    }

    private static SelfComparison comparison(BufferSize size, List<Double> ratios, long nanos) {
        double[] logs = ratios.stream().mapToDouble(Math::log).toArray();
        double deviation = StandardDeviation.of(logs).getAsDouble();
        double forkMs = nanos / NANOS_IN_MS / ratios.size();
        return new SelfComparison(size.id(), ratios.size(), forkMs, Estimate.medianOf(ratios), deviation);
    }
}
