// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Percent;

/** Where and how a run measured, one line each: what a reader of the head, or of a mail, will ever know of it. */
public final class RunFacts {

    private static final int HASH = 12;

    private RunFacts() {}

    public static String machine(Environment environment) {
        Optional<Environment.Cpu> cpu = Optional.ofNullable(environment.cpu());
        Optional<Environment.Memory> memory = Optional.ofNullable(environment.memory());
        Optional<Map<String, String>> mitigations = cpu.map(Environment.Cpu::mitigations);
        return KeyValueTable.known(
                cpu.map(Environment.Cpu::model).orElse("CPU unknown"),
                cpu.map(known -> KeyValueTable.with(known.logicalCpus(), "processors"))
                        .orElse(null),
                cpu.map(known -> KeyValueTable.switched("SMT", known.smt())).orElse("SMT unknown"),
                "governor " + cpu.map(Environment.Cpu::governor).orElse("unknown"),
                memory.map(known -> KeyValueTable.bytes(known.totalBytes())).orElse(null),
                memory.map(known -> KeyValueTable.named("page", KeyValueTable.bytes(known.pageBytes())))
                        .orElse(null),
                memory.map(known -> KeyValueTable.named("THP", known.thp())).orElse(null),
                memory.map(known -> KeyValueTable.named("shmem THP", known.thpShmem()))
                        .orElse(null),
                mitigations.map(all -> named(all, "Mitigation", "mitigated:")).orElse("mitigations unknown"),
                mitigations.map(all -> named(all, "Vulnerable", "vulnerable:")).orElse(null));
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
                + " +- half its 95% interval. Ratio: median of those within each round. EQUIVALENT: its 95% interval lies"
                + " within " + analysis.margin()
                + " of 1. FASTER and SLOWER are judged over all rows of the run together; of"
                + " runs without a difference " + new Percent(100 * Comparisons.ALPHA)
                + " show one. UNDECIDED and TOO FEW do"
                + " not mean \"the same\".";
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
