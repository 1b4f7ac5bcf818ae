// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Resolution;

/** Which machine was measured, how, and what must nobody conclude from it? A figure without these means nothing. */
public final class RunSections {

    private static final List<Duration> TIMES = List.of(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private RunSections() {}

    public static List<Content> machine(Analysis analysis) {
        Environment environment = analysis.run().environment();
        KeyValueTable facts = new KeyValueTable().add("label", environment.machine());
        Optional.ofNullable(environment.cpu()).ifPresent(cpu -> addCpu(facts, cpu));
        Optional.ofNullable(environment.placement())
                .ifPresent(placement -> facts.addAll(
                        "placement",
                        "reader on CPU " + placement.readerCpu(),
                        "client on CPU " + placement.clientCpu(),
                        placement.warning()));
        Optional.ofNullable(environment.memory()).ifPresent(memory -> addMemory(facts, memory));
        Optional.ofNullable(environment.kernel()).ifPresent(kernel -> addKernel(facts, kernel));
        Optional.ofNullable(environment.jvm())
                .ifPresent(jvm -> facts.addAll("JVM", jvm.vm(), jvm.version(), jvm.vendor())
                        .add("fork arguments", joined(jvm.forkArguments())));
        Optional.ofNullable(environment.toolchain())
                .ifPresent(tools -> facts.addAll("libc, compiler", tools.libc(), tools.compiler()));
        facts.add("resolves", resolution(environment.selfComparisons()));
        addState(facts, "before the run", environment.before());
        addState(facts, "after the run", environment.after());
        return List.of(new Content(
                "machine",
                "Machine",
                "Read at the start of the run; unknown: could not be read.",
                List.of(facts.table())));
    }

    private static void addCpu(KeyValueTable facts, Environment.Cpu cpu) {
        facts.addAll("CPU", cpu.model(), cpu.architecture(), KeyValueTable.named("microcode", cpu.microcode()))
                .addAll(
                        "processors",
                        KeyValueTable.with(cpu.logicalCpus(), "logical"),
                        KeyValueTable.with(cpu.physicalCores(), "cores"),
                        KeyValueTable.switched("SMT", cpu.smt()))
                .add("caches", pairs(cpu.caches(), KeyValueTable::bytes))
                .add("frequency governor", cpu.governor())
                .add("mitigations", pairs(cpu.mitigations(), Function.identity()));
    }

    private static void addMemory(KeyValueTable facts, Environment.Memory memory) {
        facts.addAll(
                        "memory",
                        KeyValueTable.bytes(memory.totalBytes()),
                        KeyValueTable.named("page", KeyValueTable.bytes(memory.pageBytes())),
                        KeyValueTable.named("overcommit", memory.overcommit()))
                .addAll(
                        "huge pages",
                        KeyValueTable.named("anonymous", memory.thp()),
                        KeyValueTable.named("shmem", memory.thpShmem()),
                        KeyValueTable.switched("huge zero page", memory.hugeZeroPage()));
    }

    private static void addKernel(KeyValueTable facts, Environment.Kernel kernel) {
        facts.addAll("kernel", kernel.release(), kernel.version())
                .add("kernel build id", kernel.buildId())
                .add("kernel command line", kernel.cmdline())
                .add("hypervisor", kernel.hypervisor() == null ? "none seen" : kernel.hypervisor());
    }

    private static void addState(KeyValueTable facts, String when, Environment.State state) {
        if (state != null) {
            facts.addAll(
                    when,
                    state.atUtc(),
                    KeyValueTable.named("load", state.load1()),
                    KeyValueTable.with(state.cpuMhz(), "MHz"),
                    KeyValueTable.named("available", KeyValueTable.bytes(state.availableBytes())),
                    KeyValueTable.named("stolen since boot:", KeyValueTable.with(state.stealMs(), "ms")),
                    KeyValueTable.with(state.contextSwitches(), "context switches since boot"));
        }
    }

    private static <T> String pairs(Map<String, T> values, Function<T, String> word) {
        return values == null || values.isEmpty()
                ? null
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + " "
                                + (entry.getValue() == null ? "unknown" : word.apply(entry.getValue())))
                        .collect(Collectors.joining("; "));
    }

    private static String joined(List<String> words) {
        return words == null ? null : words.isEmpty() ? "none" : String.join(" ", words);
    }

    /** Which differences the machine resolved before the run began. */
    private static String resolution(List<SelfComparison> comparisons) {
        return comparisons == null || comparisons.isEmpty()
                ? "not measured"
                : comparisons.stream()
                        .map(RunSections::resolution)
                        .collect(Collectors.joining(
                                "; ",
                                "smallest detectable difference of a read compared with itself, 80% power: ",
                                ""));
    }

    private static String resolution(SelfComparison comparison) {
        Resolution resolution = new Resolution(comparison.forkMs(), comparison.deviation());
        return comparison.size() + " "
                + TIMES.stream()
                        .map(time -> resolution
                                        .after(time)
                                        .map(effect -> Numbers.significantDigits(effect.value(), 2) + "%")
                                        .orElse("nothing")
                                + " after " + time.toSeconds() + " s")
                        .collect(Collectors.joining(", "))
                + " (" + comparison.forks() + " forks)";
    }

    /** How was it measured? */
    public static List<Content> method(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        KeyValueTable facts = new KeyValueTable()
                .add(
                        "preset",
                        Sentence.of(
                                "{}, {} rounds planned, {} begun, {} forks finished",
                                manifest.preset(),
                                RunFacts.roundsPlanned(manifest),
                                RunFacts.roundsBegun(analysis.run()),
                                Value.count(
                                        new Origin(Statistic.FORKS, "all"),
                                        analysis.run().forks().size())))
                .add(
                        "figure",
                        "median over the rounds of the forks' figures; a fork's figure is the median of its iterations")
                .add("ratio", RunFacts.ratio(analysis))
                .add(
                        "interval",
                        "95%, interpolated order statistics of the median, no assumption about the distribution; needs "
                                + Estimate.minimumRounds() + " rounds")
                .add(
                        "many rows",
                        VerdictCounts.MANY_ROWS + ". A row needs " + Comparisons.minimumRounds()
                                + " rounds to be either")
                .add(
                        "sees",
                        "minimum detectable effect: the smallest difference that the row would have shown in four"
                                + " of five runs")
                .add("A/A", "median round-to-round change of the ratio")
                .add(
                        "margin",
                        analysis.margins(analysis.compared())
                                + ": ratios from 1/(1+margin) to 1+margin count as the same")
                .addAll(
                        "time",
                        manifest.startedUtc(),
                        manifest.finishedUtc() == null ? "not finished" : manifest.finishedUtc());
        return List.of(new Content(
                "method",
                "Method",
                "Every round runs each " + RunFacts.undecided(manifest)
                        + "cell once in random order, so that drift of the machine affects both sides" + " of a ratio.",
                List.of(facts.table())));
    }

    /** What must nobody conclude from this? */
    static List<Content> limits(Analysis analysis) {
        return List.of(new Content(
                "limits",
                "What this does not measure",
                "",
                List.of(
                        new Prose("One machine, one kernel boot: another microarchitecture, kernel or memory layout may"
                                + " change the order of the strategies, and no interval here covers that."),
                        new Prose("GPU uploads and what a driver does with the bytes, energy, and contention for memory"
                                + " bandwidth while clients draw."),
                        new Prose(
                                "Safety: a fast row may be an unsafe one. The section on properties says what a strategy"
                                        + " survives, and what of that was tested on this kernel."),
                        new Prose(
                                "The kernel flag, where only its stand-in was measured: the stand-in shows the cost while"
                                        + " nothing is lost. Its recovery runs in a signal handler, which the flag does not"
                                        + " need."))));
    }
}
