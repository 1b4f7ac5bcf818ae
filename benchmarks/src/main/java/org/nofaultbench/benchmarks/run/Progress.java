// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.nofaultbench.benchmarks.plan.Budget;
import org.nofaultbench.reports.model.ForkRecord;

/**
 * The progress of a run: one line that is rewritten on a terminal, a plain line now and then elsewhere. Times left are
 * those of the forks so far.
 */
final class Progress {

    private static final Duration BETWEEN_PLAIN_LINES = Duration.ofSeconds(10);
    private static final String ERASE_REST_OF_LINE = "\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private int rounds;
    private Instant began;
    private Instant lastPlainLine;
    private int total;
    private int done;

    Progress(PrintStream out, boolean terminal, Clock clock, Budget budget) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.rounds = budget.rounds();
    }

    /** @param forks that are to be run at least */
    void begin(int forks) {
        total = forks;
        began = clock.instant();
        lastPlainLine = began;
    }

    /** @param extra forks beyond those announced at first */
    void round(int round, int extra) {
        total += extra;
        rounds = Math.max(rounds, round);
    }

    void starts(ForkRecorder.Step step) {
        if (terminal) {
            show(line(step, "..."));
        }
    }

    void finished(ForkRecorder.Step step, ForkRecord fork) {
        done++;
        if (fork.failed()) {
            out.println((terminal ? "\r" + ERASE_REST_OF_LINE : "") + "FAILED " + fork.cell() + " in round "
                    + fork.round() + ": " + fork.error());
        } else if (terminal) {
            show(line(step, figure(step, fork)));
        } else if (isTimeForALine()) {
            lastPlainLine = clock.instant();
            out.println(line(step, figure(step, fork)));
        }
    }

    void end() {
        if (terminal && total > 0) {
            out.print("\r" + ERASE_REST_OF_LINE);
        }
        out.printf(Locale.ROOT, "%d forks in %s%n", done, text(Duration.between(began, clock.instant())));
    }

    private boolean isTimeForALine() {
        return done == total || Duration.between(lastPlainLine, clock.instant()).compareTo(BETWEEN_PLAIN_LINES) >= 0;
    }

    private void show(String line) {
        out.print("\r" + line + ERASE_REST_OF_LINE);
        out.flush();
    }

    private String line(ForkRecorder.Step step, String figure) {
        return String.format(
                Locale.ROOT,
                "%4d/%d forks  round %d/%d  %s left  %s  %s",
                done,
                total,
                step.round(),
                rounds,
                done == 0 ? "?" : text(timeLeft()),
                step.cell().id(),
                figure);
    }

    private Duration timeLeft() {
        return Duration.between(began, clock.instant())
                .multipliedBy(total - done)
                .dividedBy(done);
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
