// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.KeyValueTable;
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

    public static String machine(Environment environment) {
        Environment.Cpu cpu = Optional.ofNullable(environment.cpu())
                .orElseGet(() -> EnvironmentCpuBuilder.builder().build());
        Environment.Memory memory = Optional.ofNullable(environment.memory())
                .orElseGet(() -> EnvironmentMemoryBuilder.builder().build());
        Map<String, String> mitigations = cpu.mitigations();
        return KeyValueTable.known(
                cpu.model() == null ? "CPU unknown" : cpu.model(),
                KeyValueTable.with(cpu.logicalCpus(), "processors"),
                cpu.smt() == null ? "SMT unknown" : KeyValueTable.switched("SMT", cpu.smt()),
                "governor " + (cpu.governor() == null ? "unknown" : cpu.governor()),
                KeyValueTable.bytes(memory.totalBytes()),
                KeyValueTable.named("page", KeyValueTable.bytes(memory.pageBytes())),
                KeyValueTable.named("THP", memory.thp()),
                KeyValueTable.named("shmem THP", memory.thpShmem()),
                mitigations == null ? "mitigations unknown" : named(mitigations, "Mitigation", "mitigated:"),
                mitigations == null ? null : named(mitigations, "Vulnerable", "vulnerable:"));
    }

    private static String named(Map<String, String> mitigations, String start, String word) {
        String names = mitigations.entrySet().stream()
                .filter(entry -> entry.getValue() != null && entry.getValue().startsWith(start))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? null : word + " " + names;
    }

    public static String kernel(Environment environment) {
        Environment.Kernel kernel = environment.kernel();
        return kernel == null
                ? "unknown"
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

    public static String method(Analysis analysis) {
        Manifest manifest = analysis.run().manifest();
        return analysis.run().roundsBegun() + " rounds of " + manifest.plannedRounds()
                + " planned; in each every cell once,"
                + " in a process of its own, in random order (seed " + manifest.seed()
                + "). Figure: median over the rounds,"
                + " +- half its 95% interval. Ratio: median of those within each round; margin " + analysis.margin()
                + ".";
    }

    public static String suite(Run run) {
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
