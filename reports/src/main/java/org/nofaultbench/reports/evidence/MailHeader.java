// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Percent;

/** What was tested, where, how, and how to repeat it: all that a reader of the mail will ever know of the machine. */
final class MailHeader {

    private static final int HASH = 12;

    private final PatchEvidence evidence;
    private final Manifest manifest;
    private final Environment environment;

    MailHeader(PatchEvidence evidence) {
        this.evidence = evidence;
        this.manifest = evidence.run().run().manifest();
        this.environment = evidence.run().run().environment();
    }

    List<Report.Fact> facts() {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("Test", test() + flag()));
        evidence.unpatched().ifPresent(unpatched -> facts.addAll(both(unpatched)));
        facts.add(new Report.Fact("Machine", machine(environment)));
        if (evidence.unpatched().isEmpty()) {
            facts.add(new Report.Fact("Kernel", kernel(environment.kernel())));
        }
        facts.add(new Report.Fact("Method", method()));
        facts.add(new Report.Fact("Suite", suite(manifest.suite(), environment)));
        facts.add(new Report.Fact("Repeat", manifest.command()));
        return facts;
    }

    private String test() {
        long measured = evidence.run().cells().stream()
                .map(CellResult::figures)
                .filter(of -> !of.isEmpty())
                .count();
        return "reading a mapped file that its owner may shrink at any time, as a Wayland compositor reads its clients' buffers:"
                + " under a SIGBUS handler (guard-*), through a private mapping that never faults (nofault-*), by copying"
                + " (copy-*), from a sealed file (sealed), or unprotected (unguarded-*). "
                + manifest.strategies().size()
                + " strategies, " + measured + " cells with a figure.";
    }

    private String flag() {
        return evidence.subject()
                .map(subject -> subject.standIn()
                        ? missing() + subject.id()
                                + " stands in for the flag, with the flag's reads and a signal handler's faults."
                        : " The kernel has the flag: " + subject.id() + ".")
                .orElse(" No no-fault mapping was measured.");
    }

    private String missing() {
        return evidence.missing().stream()
                .map(strategy ->
                        " " + strategy.id() + " is SKIPPED, for the kernel has no such flag (see objection 6): ")
                .findFirst()
                .orElse(" ");
    }

    private List<Report.Fact> both(Analysis unpatched) {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("A", "unpatched: " + run(unpatched)));
        facts.add(new Report.Fact("B", "patched: " + run(evidence.run())));
        evidence.ratios()
                .flatMap(KernelRatios::runs)
                .ifPresent(runs ->
                        facts.add(new Report.Fact("Boots", runs + ". Tables of one kernel are of its first run.")));
        String other = machine(unpatched.run().environment());
        String otherSuite =
                suite(unpatched.run().manifest().suite(), unpatched.run().environment());
        if (!other.equals(machine(environment))) {
            facts.add(new Report.Fact("Differ", "the machines; A's was " + other));
        }
        if (!otherSuite.equals(suite(manifest.suite(), environment))) {
            facts.add(new Report.Fact("Differ", "the suites; A's was " + otherSuite));
        }
        return facts;
    }

    private static String run(Analysis analysis) {
        Manifest of = analysis.run().manifest();
        String missed = of.status() == RunStatus.OK ? "" : ", " + of.status() + " " + String.join("; ", of.reasons());
        return kernel(analysis.run().environment().kernel()) + ", run " + of.runId() + missed;
    }

    private static String machine(Environment environment) {
        Environment.Cpu cpu = environment.cpu();
        Environment.Memory memory = environment.memory();
        return known(
                cpu == null || cpu.model() == null ? "CPU unknown" : cpu.model(),
                cpu == null ? null : KeyValueTable.with(cpu.logicalCpus(), "processors"),
                cpu == null || cpu.smt() == null ? "SMT unknown" : KeyValueTable.switched("SMT", cpu.smt()),
                "governor " + (cpu == null || cpu.governor() == null ? "unknown" : cpu.governor()),
                memory == null ? null : KeyValueTable.bytes(memory.totalBytes()),
                memory == null ? null : KeyValueTable.named("page", KeyValueTable.bytes(memory.pageBytes())),
                memory == null ? null : KeyValueTable.named("THP", memory.thp()),
                memory == null ? null : KeyValueTable.named("shmem THP", memory.thpShmem()),
                mitigations(cpu));
    }

    private static String mitigations(Environment.Cpu cpu) {
        if (cpu == null || cpu.mitigations() == null) {
            return "mitigations unknown";
        }
        return known(
                named(cpu.mitigations(), "Mitigation", "mitigated:"),
                named(cpu.mitigations(), "Vulnerable", "vulnerable:"));
    }

    private static String named(Map<String, String> mitigations, String start, String word) {
        String names = mitigations.entrySet().stream()
                .filter(entry -> entry.getValue() != null && entry.getValue().startsWith(start))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? null : word + " " + names;
    }

    private static String kernel(Environment.Kernel kernel) {
        if (kernel == null) {
            return "unknown";
        }
        return known(
                kernel.release() == null ? "Linux, release unknown" : "Linux " + kernel.release(),
                kernel.buildId() == null ? null : "build id " + start(kernel.buildId()),
                kernel.hypervisor() == null ? "no hypervisor seen" : guest(kernel.hypervisor()));
    }

    private static String guest(String hypervisor) {
        return hypervisor.startsWith("emulated")
                ? "CPU " + hypervisor.toUpperCase(Locale.ROOT)
                : "IN A VIRTUAL MACHINE (" + hypervisor + ")";
    }

    private String method() {
        long rounds = evidence.run().run().forks().stream()
                .mapToInt(fork -> fork.round())
                .distinct()
                .count();
        return rounds + " rounds of " + manifest.plannedRounds()
                + " planned; in each every cell once, in a process of its own,"
                + " in random order (seed " + manifest.seed()
                + "). Figure: median over the rounds, +- half its 95% interval."
                + " Ratio: median of those within each round. EQUIVALENT: its 95% interval lies within "
                + evidence.run().margin()
                + " of 1. FASTER and SLOWER are judged over all rows of the run together; of runs without a difference "
                + new Percent(100 * Comparisons.ALPHA) + " show"
                + " one. UNDECIDED and TOO FEW do not mean \"the same\".";
    }

    private static String suite(Suite suite, Environment environment) {
        return known(
                "nofault-bench " + suite.version(),
                "commit " + suite.commit() + (suite.modified() ? " with changes" : ""),
                "library " + start(suite.librarySha256()),
                "read loops in " + suite.instructionSet(),
                environment.toolchain() == null ? null : environment.toolchain().compiler());
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(HASH, hash.length()));
    }

    private static String known(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
