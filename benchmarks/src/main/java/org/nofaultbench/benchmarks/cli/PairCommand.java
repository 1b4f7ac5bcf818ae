// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.ClientCheck;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.pair.LiveLine;
import org.nofaultbench.benchmarks.pair.PairDocument;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.pair.PairText;
import org.nofaultbench.benchmarks.pair.SequentialPairTest;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Repetition;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two strategies that take turns in one process, about every 0.3 ms.",
            "Goes on until A is FASTER or SLOWER than B or EQUIVALENT to it, or until the time is up."
        })
final class PairCommand implements Callable<Integer> {

    private static final long LARGEST_SEED = 1L << 53;

    @Mixin
    private StrategyLibraryOption libraries;

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
        NofaultLibrary library = ClientCheck.require(libraries.load());
        checkStrategy(library, options.candidate);
        checkStrategy(library, options.baseline);
        long seed = options.seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : options.seed;
        if (options.json) {
            Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            List<Repetition> repetitions = test(library, SequentialPairTest.Listener.silent())
                    .repeat(options.trials(), seed, repetition -> {});
            out.println(new String(Json.page(document(library, seed, started, repetitions)), StandardCharsets.UTF_8));
        } else {
            print(library, seed);
        }
        return 0;
    }

    private static void checkStrategy(NofaultLibrary library, String id) {
        Nearest.check(
                "strategy",
                id,
                StrategyList.rows(library).stream().map(StrategyInfo::id).toList());
        StrategyInfo strategy = StrategyList.find(library, id).orElseThrow().info();
        if (strategy.family() == Family.JVM) {
            throw new UserError("a pair takes turns in C, and this loop is in Java: strategy=" + id
                    + "; compare it by `run quick --only " + id + "`");
        }
        strategy.skipReason().ifPresent(reason -> {
            throw new UserError(
                    "cannot run on this machine: strategy=" + id + ", reason=" + reason + "; `doctor` shows what can");
        });
    }

    private SequentialPairTest test(NofaultLibrary library, SequentialPairTest.Listener listener) {
        return new SequentialPairTest(
                options.specs(),
                new PairProgram(library),
                options.margin(),
                options.limit(),
                listener,
                System::nanoTime);
    }

    private PairDocument document(NofaultLibrary library, long seed, Instant started, List<Repetition> repetitions) {
        KernelFiles machine = KernelFiles.ofThisMachine();
        return new PairDocument(
                PairDocument.SCHEMA_VERSION,
                BuildInfo.suite(library),
                machine.value("proc/cpuinfo", "model name").orElse(null),
                machine.kernelRelease().orElse(null),
                started.toString(),
                "java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments),
                Long.toString(seed),
                options.candidate,
                options.baseline,
                options.workloadTitle(),
                options.isSlowedDown() ? options.slowdown().toString() : null,
                options.margin().width().value(),
                options.limit().toSeconds(),
                repetitions.stream().map(PairDocument.Trial::fromRepetition).toList());
    }

    private void print(NofaultLibrary library, long seed) throws IOException {
        String mark = options.isSlowedDown() ? "INJECTED " + options.slowdown() + "  " : "";
        LiveLine line = new LiveLine(out, terminal, mark + options.candidate + " : " + options.baseline);
        AtomicInteger finished = new AtomicInteger();
        List<Repetition> repetitions = test(library, line).repeat(options.trials(), seed, repetition -> {
            line.end();
            if (options.trials() > 1) {
                out.println(mark + PairText.line(finished.incrementAndGet(), options.trials(), repetition));
            }
        });
        conclusion(repetitions, seed).forEach(text -> out.println(mark + text));
    }

    private Stream<String> conclusion(List<Repetition> repetitions, long seed) {
        Stream<String> lines = repetitions.size() > 1
                ? PairText.summary(repetitions).stream()
                : new PairText(options.candidate, options.baseline, options.margin())
                        .lines(repetitions.get(0).results());
        return Stream.concat(lines, Stream.of("seed " + seed));
    }
}
