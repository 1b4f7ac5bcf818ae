// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.benchmarks.pair.Duel;
import org.nofaultbench.benchmarks.pair.DuelListener;
import org.nofaultbench.benchmarks.pair.DuelText;
import org.nofaultbench.benchmarks.pair.LiveLine;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.pair.PairTrial;
import org.nofaultbench.benchmarks.pair.Trials;
import org.nofaultbench.benchmarks.pair.TrialsText;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pair A B}. */
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two strategies that take turns in one process, about every 0.3 ms.",
            "Goes on until A is FASTER or SLOWER than B or EQUIVALENT to it, or until the time is up."
        })
final class PairCommand implements Callable<Integer> {

    private static final long LARGEST_SEED = 1L << 53;

    private final PrintStream out;
    private final boolean terminal;
    private final List<String> arguments;

    @Mixin
    private PairOptions options;

    PairCommand(PrintStream out, boolean terminal, List<String> arguments) {
        this.out = out;
        this.terminal = terminal;
        this.arguments = arguments;
    }

    @Override
    public Integer call() throws IOException {
        NofaultLibrary library = NofaultLibrary.load();
        checkStrategy(library, options.candidate);
        checkStrategy(library, options.baseline);
        long seed = options.seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : options.seed;
        if (options.json) {
            PairDocument document = new PairDocument(library, options, arguments, seed);
            out.println(document.of(new Trials(duel(library, DuelListener.silent())).make(options.trials(), seed, trial -> {})));
        } else {
            print(library, seed);
        }
        return 0;
    }

    private static void checkStrategy(NofaultLibrary library, String id) {
        List<StrategyInfo> rows = StrategyList.rows(library);
        StrategyInfo strategy = rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow(
                () -> new UserError("unknown strategy: strategy=" + id + "; nearest: "
                        + Nearest.to(id, rows.stream().map(StrategyInfo::id).toList())));
        if (strategy.family() == Family.JVM) {
            throw new UserError("a pair takes turns in C, and this loop is in Java: strategy=" + id
                    + "; compare it by `run quick --only " + id + "`");
        }
        strategy.skipReason().ifPresent(reason -> {
            throw new UserError("cannot run on this machine: strategy=" + id + ", reason=" + reason
                    + "; `doctor` shows what can");
        });
    }

    private Duel<String> duel(NofaultLibrary library, DuelListener<String> listener) {
        return new Duel<>(options.specs(), new PairProgram(library), options.margin(), options.limit(), listener);
    }

    private void print(NofaultLibrary library, long seed) throws IOException {
        String mark = options.planted().mark();
        LiveLine line = new LiveLine(out, terminal, mark + options.candidate + " : " + options.baseline);
        AtomicInteger finished = new AtomicInteger();
        List<PairTrial> trials = new Trials(duel(library, line)).make(options.trials(), seed, trial -> {
            line.end();
            if (options.trials() > 1) {
                out.println(mark + TrialsText.line(finished.incrementAndGet(), options.trials(), trial));
            }
        });
        conclusion(trials, seed).forEach(text -> out.println(mark + text));
    }

    private Stream<String> conclusion(List<PairTrial> trials, long seed) {
        Stream<String> lines = trials.size() > 1
                ? TrialsText.summary(trials).stream()
                : new DuelText(options.candidate, options.baseline, options.margin()).lines(trials.get(0).rows());
        return Stream.concat(lines, Stream.of("seed " + seed));
    }
}
