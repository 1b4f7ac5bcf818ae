// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.reports.model.ForkRecord;

/** The progress of a run. Times left are those of the forks so far. */
final class Progress {

    private final PrintStream out;
    private final Terminal terminal;
    private final Clock clock;
    private int rounds;
    private Instant began;
    private int total;
    private int done;

    Progress(PrintStream out, boolean terminal, Clock clock, Budget budget) {
        this.out = out;
        this.terminal = new Terminal(out, terminal);
        this.clock = clock;
        this.rounds = budget.rounds();
    }

    /**
     * The forks first, what takes turns after them, each counted by itself.
     *
     * @param forks that are to be run at least
     */
    void begin(int forks) {
        total = forks;
        done = 0;
        began = clock.instant();
    }

    /** @param extra forks beyond those announced at first */
    void round(int round, int extra) {
        total += extra;
        rounds = Math.max(rounds, round);
    }

    void starts(ForkRecorder.Step step) {
        terminal.rewrite(line(step, "..."));
    }

    void finished(ForkRecorder.Step step, ForkRecord fork) {
        done++;
        if (fork.failed()) {
            terminal.rewrite("");
            out.println("FAILED " + fork.cell() + " in round " + fork.round() + ": " + fork.error());
        } else {
            terminal.show(line(step, figure(step, fork)), elapsed(), done == total);
        }
    }

    void end() {
        if (total > 0) {
            terminal.rewrite("");
        }
        out.printf(Locale.ROOT, "%d forks in %s%n", done, text(elapsed()));
    }

    private Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    private String line(ForkRecorder.Step step, String figure) {
        String left =
                done == 0 ? "?" : text(elapsed().multipliedBy(total - done).dividedBy(done));
        return String.format(Locale.ROOT, "%4d/%d forks  round %d/%d  ", done, total, step.round(), rounds) + left
                + " left  " + step.cell().id() + "  " + figure;
    }

    private static String text(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    /** The mean of the fork's iterations: a sign of life, not the run's figure. */
    private static String figure(ForkRecorder.Step step, ForkRecord fork) {
        List<Double> values = fork.samples().getOrDefault(step.cell().workload().metric(), List.of());
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%,.1f ns/op", mean);
    }
}
