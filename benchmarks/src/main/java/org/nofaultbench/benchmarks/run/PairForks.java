// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.jmh.HostileClient;
import org.nofaultbench.benchmarks.pair.PairFork;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.run.ForkRecorder.Forks;
import org.nofaultbench.reports.model.ForkRecord;
import org.openjdk.jmh.runner.RunnerException;

/** Measures a cell and its baseline in turn, in one process or two. */
final class PairForks implements Forks {

    private final Map<String, PairSpec> specs = new HashMap<>();
    private final PairFork.Runner program;
    private final UniformRandomProvider seeds;

    /**
     * @param comparisons of which some take turns
     * @param seed of the forks' seeds
     */
    PairForks(List<PendingComparison> comparisons, PairFork.Runner program, long seed) {
        comparisons.forEach(comparison ->
                comparison.pair().ifPresent(pair -> specs.put(comparison.cell().id(), pair)));
        this.program = program;
        this.seeds = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    @Override
    public Map<String, List<Double>> run(Cell cell, Path latencies) throws RunnerException {
        try {
            return samples(cell, program.measure(specs.get(cell.id()), seeds.nextLong()));
        } catch (IOException | UserError e) {
            throw new RunnerException(e.getMessage(), e);
        }
    }

    private static Map<String, List<Double>> samples(Cell cell, PairFork fork) {
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        samples.put(cell.workload().metric(), List.of(fork.candidateNs()));
        samples.put(ForkRecord.BASELINE, List.of(fork.baselineNs()));
        samples.put(ForkProfiler.INVOLUNTARY_SWITCHES, List.of((double) fork.involuntarySwitches()));
        if (fork.kind() == PairMeasurement.Kind.ATTACK) {
            samples.put("reattachNs", List.of(fork.totals().getOrDefault("reattach_ns", 0.0)));
            samples.put("reattachmentCount", List.of(fork.totals().getOrDefault("reattachments", 0.0)));
            samples.put(HostileClient.TRUNCATES, List.of(fork.totals().getOrDefault("truncates", 0.0)));
            samples.put(HostileClient.LATE_FRAMES, List.of(fork.totals().getOrDefault("late_frames", 0.0)));
        }
        return samples;
    }
}
