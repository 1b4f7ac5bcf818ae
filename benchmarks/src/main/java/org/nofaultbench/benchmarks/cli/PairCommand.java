// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.pair.PairDocument;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.pair.PairText;
import org.nofaultbench.benchmarks.pair.SequentialPairTest;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Repetition;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two strategies that take turns in one process, about every 0.3 ms.",
            "Goes on until A is FASTER or SLOWER than B or EQUIVALENT to it, or until the time is up."
        })
final class PairCommand implements Callable<Integer> {

    private static final String READ = "read";
    private static final String GUARD = "guard";
    private static final String DAMAGE = "damage";
    private static final String ALL_SIZES = "all";
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_TRIALS = 10_000;
    private static final double MOST_MARGIN_PERCENT = 50;
    private static final double MOST_PLANTED_PERCENT = 100;
    private static final long LARGEST_SEED = 1L << 53;

    @Mixin
    private StrategyLibraryOption libraries;

    private final PrintStream out;
    private final boolean terminal;
    private final List<String> arguments;

    @CommandLine.Parameters(index = "0", paramLabel = "A", description = "a strategy, as `list` shows them")
    private String candidate;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "B",
            description = "what it is compared with; the same for an A/A test")
    private String baseline;

    @Option(
            names = "--size",
            split = ",",
            paramLabel = "SIZE",
            description = "16KiB, 256KiB, 1080p, 4K, several with commas, or all; default: 1080p")
    private List<String> sizes = new ArrayList<>(List.of("1080p"));

    @Option(
            names = "--workload",
            paramLabel = "ID",
            description =
                    "read (whole buffers), guard (begin and end alone), damage, copy, copy-stream, memcpy, blend or"
                            + " pixman; default: ${DEFAULT-VALUE}")
    private String workload = READ;

    @Option(
            names = "--damage",
            paramLabel = "SHARE",
            description = "of the buffer, for damage; default: ${DEFAULT-VALUE}")
    private String damage = "5%";

    @Option(names = "--shape", paramLabel = "SHAPE", description = "one, many or column; default: ${DEFAULT-VALUE}")
    private String shape = "one";

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "differences up to this count as none; default: 1%%, or half of what is planted")
    private String margin;

    @Option(names = "--seconds", paramLabel = "N", description = "at most, for each size; default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of the data and of all that is left to chance; default: random")
    private Long seed;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "do it N times over and count the verdicts: how often is this command right?")
    private int trials = 1;

    @Option(names = "--json", description = "print one JSON document instead (results/schema/pair.schema.json)")
    private boolean json;

    @Option(
            names = "--plant",
            paramLabel = "PERCENT",
            hidden = true,
            description = "for tests of this command: makes A slower than it is; every line says so")
    private String plant;

    PairCommand(PrintStream out, boolean terminal, List<String> arguments) {
        this.out = out;
        this.terminal = terminal;
        this.arguments = arguments;
    }

    @Override
    public Integer call() throws IOException {
        NofaultLibrary library = Probes.requireClient(libraries.load());
        checkStrategy(library, candidate);
        checkStrategy(library, baseline);
        long usedSeed = seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : seed;
        if (json) {
            Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            List<Repetition> repetitions =
                    test(library, SequentialPairTest.Listener.silent()).repeat(trials(), usedSeed, repetition -> {});
            out.println(
                    new String(Json.page(document(library, usedSeed, started, repetitions)), StandardCharsets.UTF_8));
        } else {
            print(library, usedSeed);
        }
        return 0;
    }

    private static void checkStrategy(NofaultLibrary library, String id) {
        Nearest.check(
                "strategy",
                id,
                Strategy.rows(library).stream().map(StrategyInfo::id).toList());
        StrategyInfo strategy = Strategy.find(library, id).orElseThrow().info();
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
        return new SequentialPairTest(specs(), new PairProgram(library), margin(), limit(), listener, System::nanoTime);
    }

    private ObjectNode document(NofaultLibrary library, long usedSeed, Instant started, List<Repetition> repetitions) {
        KernelFiles machine = KernelFiles.ofThisMachine();
        return Json.object()
                .put("schemaVersion", PairDocument.SCHEMA_VERSION)
                .putPOJO("suite", BuildInfo.suite(library))
                .put("cpu", machine.value("proc/cpuinfo", "model name").orElse(null))
                .put("kernelRelease", machine.kernelRelease().orElse(null))
                .put("startedUtc", started.toString())
                .put("command", "java -jar benchmarks/target/benchmarks.jar " + String.join(" ", arguments))
                .put("seed", Long.toString(usedSeed))
                .put("candidate", candidate)
                .put("baseline", baseline)
                .put("workload", workloadTitle())
                .put("planted", plant != null ? slowdown().toString() : null)
                .put("marginPercent", margin().width().value())
                .put("secondsLimit", (double) limit().toSeconds())
                .set("trials", PairDocument.trials(repetitions));
    }

    private void print(NofaultLibrary library, long usedSeed) throws IOException {
        String mark = plant != null ? "INJECTED " + slowdown() + "  " : "";
        Terminal line = new Terminal(out, terminal);
        SequentialPairTest.Listener listener = (row, forks, ratio, lookedAt, elapsed) -> line.show(
                mark + candidate + " : " + baseline + "  " + PairText.progress(row, forks, ratio, lookedAt, elapsed),
                elapsed,
                false);
        AtomicInteger finished = new AtomicInteger();
        List<Repetition> repetitions = test(library, listener).repeat(trials(), usedSeed, repetition -> {
            line.rewrite("");
            if (trials() > 1) {
                out.println(mark + PairText.line(finished.incrementAndGet(), trials(), repetition));
            }
        });
        Stream<String> lines = repetitions.size() > 1
                ? PairText.summary(repetitions).stream()
                : new PairText(candidate, baseline, margin())
                        .lines(repetitions.get(0).results());
        Stream.concat(lines, Stream.of("seed " + usedSeed)).forEach(text -> out.println(mark + text));
    }

    /** As a heading, such as {@code damage 5% one}. */
    private String workloadTitle() {
        return workload.equals(DAMAGE) ? workload + " " + damage + " " + shape : workload;
    }

    private Percent slowdown() {
        return plant == null ? PairSpec.NO_SLOWDOWN : percent("plant", plant, MOST_PLANTED_PERCENT);
    }

    /** A difference is only looked for if it is larger than what counts as none. */
    private Margin margin() {
        if (margin != null) {
            return new Margin(percent("margin", margin, MOST_MARGIN_PERCENT));
        }
        double half = slowdown().value() / 2;
        boolean isFine = half > 0 && half < Margin.DEFAULT.width().value();
        return isFine ? new Margin(new Percent(half)) : Margin.DEFAULT;
    }

    /** Of all sizes together. */
    private Duration limit() {
        return Duration.ofSeconds((long) inRange("seconds", seconds, MOST_SECONDS) * specs().size());
    }

    private int trials() {
        return inRange("trials", trials, MOST_TRIALS);
    }

    private Map<String, PairSpec> specs() {
        Nearest.check("workload", workload, workloads());
        Map<String, PairSpec> specs = new LinkedHashMap<>();
        for (BufferSize size : sizes()) {
            specs.put(
                    workloadTitle() + (workload.equals(GUARD) ? "" : " " + size.id()),
                    new PairSpec(candidate, baseline, measurement(Parameters.of(size)), slowdown()));
        }
        return specs;
    }

    private static List<String> workloads() {
        Stream<String> loops = Arrays.stream(ReadLoop.values())
                .filter(loop -> loop != ReadLoop.SUM && loop != ReadLoop.FILL)
                .map(ReadLoop::id);
        return Stream.concat(Stream.of(READ, GUARD, DAMAGE), loops).toList();
    }

    private PairMeasurement measurement(Parameters size) {
        try {
            Optional<PairMeasurement> measurement = switch (workload) {
                case READ -> Workload.READ_WARM.pairMeasurement(size);
                case GUARD -> Workload.BEGIN_END.pairMeasurement(size);
                case DAMAGE ->
                    Workload.DAMAGE.pairMeasurement(size.with("damage", damage).with("shape", shape));
                default -> Workload.STAGED.pairMeasurement(size.with("kernel", workload));
            };
            return measurement.orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private List<BufferSize> sizes() {
        if (sizes.contains(ALL_SIZES)) {
            return List.of(BufferSize.values());
        }
        sizes.forEach(size -> Nearest.check("size", size, NamedConstant.idsOf(BufferSize.class)));
        return sizes.stream().map(BufferSize::ofId).toList();
    }

    private static Percent percent(String name, String text, double most) {
        Optional<Percent> percent = Percent.parse(text).filter(value -> value.value() > 0 && value.value() <= most);
        return percent.orElseThrow(() -> new UserError("not a share that can be used: " + name + "=" + text
                + "; use one above 0% and up to " + new Percent(most) + ", such as 0.5%"));
    }

    private static int inRange(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new UserError("out of range: " + name + "=" + value + "; use 1 to " + most);
        }
        return value;
    }
}
