// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentCpuBuilder;
import org.nofaultbench.reports.model.EnvironmentMemoryBuilder;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.Suite;

/** Where and how a run measured, one line each: what a reader of the head, or of a mail, will ever know of it. */
public final class RunFacts {

    private static final int HASH = 12;

    private RunFacts() {}

    public static Sentence machine(Environment environment) {
        Environment.Cpu cpu = Optional.ofNullable(environment.cpu())
                .orElseGet(() -> EnvironmentCpuBuilder.builder().build());
        Environment.Memory memory = Optional.ofNullable(environment.memory())
                .orElseGet(() -> EnvironmentMemoryBuilder.builder().build());
        Map<String, String> mitigations = cpu.mitigations();
        return KeyValueTable.known(
                cpu.model() == null ? "CPU unknown" : cpu.model(),
                KeyValueTable.with(processors(cpu), "processors"),
                cpu.smt() == null ? "SMT unknown" : KeyValueTable.switched("SMT", cpu.smt()),
                "governor " + (cpu.governor() == null ? "unknown" : cpu.governor()),
                bytes("totalBytes", memory.totalBytes()),
                KeyValueTable.named("page", bytes("pageBytes", memory.pageBytes())),
                KeyValueTable.named("THP", memory.thp()),
                KeyValueTable.named("shmem THP", memory.thpShmem()),
                mitigations == null ? "mitigations unknown" : named(mitigations, "Mitigation", "mitigated:"),
                mitigations == null ? null : named(mitigations, "Vulnerable", "vulnerable:"));
    }

    private static Value processors(Environment.Cpu cpu) {
        return cpu.logicalCpus() == null ? null : Value.recorded("environment.json/cpu/logicalCpus", cpu.logicalCpus());
    }

    private static Value bytes(String name, Long bytes) {
        return bytes == null
                ? null
                : Value.plain(
                        new Origin(Statistic.RECORDED, "environment.json/memory/" + name),
                        bytes,
                        "B",
                        KeyValueTable.bytes(bytes));
    }

    private static String named(Map<String, String> mitigations, String start, String word) {
        String names = mitigations.entrySet().stream()
                .filter(entry -> entry.getValue() != null && entry.getValue().startsWith(start))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? null : word + " " + names;
    }

    public static Sentence kernel(Environment environment) {
        Environment.Kernel kernel = environment.kernel();
        return kernel == null
                ? Sentence.join("unknown")
                : KeyValueTable.known(
                        "Linux" + (kernel.release() == null ? ", release unknown" : " " + kernel.release()),
                        kernel.buildId() == null ? null : "build id " + start(kernel.buildId()),
                        kernel.hypervisor() == null ? "no hypervisor seen" : guest(kernel.hypervisor()));
    }

    private static String guest(String hypervisor) {
        return hypervisor.startsWith("emulated")
                ? "CPU " + hypervisor.toUpperCase(Locale.ROOT)
                : "IN A VIRTUAL MACHINE (" + hypervisor + ")";
    }

    public static Sentence method(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        return Sentence.of(
                "{} rounds of {} planned; in each every {}cell once, in a process of its own, in random order (seed {})."
                        + " Figure: median over the rounds, +- half its 95% interval. Ratio: {}; margin {}.",
                roundsBegun(analysis.run()),
                roundsPlanned(manifest),
                undecided(manifest),
                manifest.seed(),
                ratio(analysis),
                analysis.margins(analysis.compared()));
    }

    /** A run that stops when decided leaves out of a round what is decided. */
    static String undecided(Manifest manifest) {
        return manifest.deciding() == null ? "" : "undecided ";
    }

    /** How ratios are formed. Those of pairs come from other forks than the times, so that these have another quotient. */
    static String ratio(Analysis analysis) {
        return "median of those within each "
                + (analysis.compared().stream()
                                .anyMatch(cell -> cell.pairedForks().isPresent())
                        ? "fork that ran both strategies, or within each round; times come from other forks"
                        : "round");
    }

    public static Value measuredStrategies(Analysis analysis) {
        return Value.count(
                new Origin(Statistic.COUNT, "measured strategies"),
                analysis.cells().stream()
                        .filter(cell -> cell.hasFigure() && cell.cell().strategy() != null)
                        .map(cell -> cell.cell().strategy())
                        .distinct()
                        .count());
    }

    static Value roundsBegun(Run run) {
        return Value.count(new Origin(Statistic.COUNT, "rounds begun"), run.roundsBegun());
    }

    static Value roundsPlanned(Manifest manifest) {
        return Value.recorded("manifest.json/plannedRounds", manifest.plannedRounds());
    }

    public static Sentence suite(Run run) {
        Suite suite = run.manifest().suite();
        Environment.Toolchain toolchain = run.environment().toolchain();
        return KeyValueTable.known(
                "nofault-bench " + suite.version(),
                "commit " + suite.commit() + (suite.modified() ? " with changes" : ""),
                "library " + start(suite.librarySha256()),
                "read loops in " + suite.instructionSet(),
                toolchain == null ? null : toolchain.compiler());
    }

    /** The first digits of a hash. */
    static String start(String hash) {
        return hash == null ? "unknown" : hash.substring(0, Math.min(HASH, hash.length()));
    }
}
