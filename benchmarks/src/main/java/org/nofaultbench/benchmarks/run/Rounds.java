// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.machine.NoiseMeter;
import org.nofaultbench.benchmarks.plan.Budget;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.reports.model.ForkRecord;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The experiment: randomised complete blocks. A round runs every cell once, in a fork of its own and in a fresh random
 * order, so that what the machine does to one cell it does to the others, and cells are compared within a round (Abedi
 * and Brecht, ICPE 2017). The fork is the unit of replication; JMH's pooled interval is not used.
 */
final class Rounds {

    private static final int MAX_ERROR_CHARS = 500;

    private final RunFolder folder;
    private final Journal journal;
    private final JmhFork forks;
    private final NoiseMeter noise;
    private final Progress progress;
    private final Clock clock;

    Rounds(RunFolder folder, Journal journal, JmhFork forks, NoiseMeter noise, Progress progress, Clock clock) {
        this.folder = folder;
        this.journal = journal;
        this.forks = forks;
        this.noise = noise;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Runs what the journal does not hold yet: the fewest rounds of the budget, and then more as long as another one
     * should end within its time. Each fork is journalled before the next begins.
     *
     * @return rounds that are complete
     */
    int run(Plan plan, Budget budget, long seed) throws IOException {
        progress.begin(missing(plan, budget.rounds(), seed));
        int round = 1;
        for (; round <= budget.rounds() || wanted(round, budget, journal.records()); round++) {
            List<ForkStep> steps = steps(plan, seed, round);
            progress.round(round, round > budget.rounds() ? steps.size() : 0);
            for (ForkStep step : steps) {
                progress.starts(step);
                ForkRecord fork = runOne(step);
                journal.append(fork);
                progress.finished(step, fork);
            }
        }
        progress.end();
        return round - 1;
    }

    /** A round that was begun before the run was stopped is finished; another is begun if there is time. */
    static boolean wanted(int round, Budget budget, List<ForkRecord> forks) {
        long spentMs = forks.stream().mapToLong(ForkRecord::durationMs).sum();
        boolean begun = forks.stream().anyMatch(fork -> fork.round() == round);
        return begun || budget.allows(round - 1, spentMs);
    }

    private List<ForkStep> steps(Plan plan, long seed, int round) {
        List<Cell> order = plan.order(seed, round);
        List<ForkStep> steps = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (!journal.has(round, order.get(i).id())) {
                steps.add(new ForkStep(round, i + 1, order.get(i)));
            }
        }
        return steps;
    }

    private int missing(Plan plan, int rounds, long seed) {
        int forks = 0;
        for (int round = 1; round <= rounds; round++) {
            forks += steps(plan, seed, round).size();
        }
        return forks;
    }

    private ForkRecord runOne(ForkStep step) throws IOException {
        Path latencies = Files.createTempFile("nofault-latency", ".hlog");
        Optional<NoiseMeter.Reading> before = noise.read();
        Instant started = clock.instant();
        Map<String, List<Double>> samples = new LinkedHashMap<>();
        String error = null;
        try {
            samples.putAll(forks.run(step.cell(), latencies));
            folder.appendLatencies(latencies);
        } catch (RunnerException e) {
            error = firstLineOf(e);
        } finally {
            Files.delete(latencies);
        }
        long durationMs = Duration.between(started, clock.instant()).toMillis();
        Long switches = sumAndRemove(samples, ForkProfiler.INVOLUNTARY_SWITCHES);
        Long majorFaults = sumAndRemove(samples, ForkProfiler.MAJOR_FAULTS);
        return new ForkRecord(
                step.round(),
                step.position(),
                step.cell().id(),
                started.toString(),
                durationMs,
                error,
                samples,
                noise.since(before, switches, majorFaults));
    }

    /** Scheduling is noise, not a figure. */
    private static Long sumAndRemove(Map<String, List<Double>> samples, String metric) {
        List<Double> values = samples.remove(metric);
        return values == null
                ? null
                : Math.round(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    /** What went wrong in the fork is the innermost cause; the layers above it only say that it did. */
    private static String firstLineOf(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String text = message.isBlank() ? cause.getClass().getSimpleName() : message;
        return text.substring(0, Math.min(MAX_ERROR_CHARS, text.length()));
    }
}
