// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.KeyValueTable;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;

/** The few facts that a reader wants before any figure: what was tested, where, how, and how to repeat it. */
public final class Summary {

    private final Analysis analysis;
    private final Environment environment;

    public Summary(Analysis analysis) {
        this.analysis = analysis;
        this.environment = analysis.run().environment();
    }

    public List<Report.Fact> facts() {
        Manifest manifest = analysis.run().manifest();
        return List.of(
                new Report.Fact("Test", test()),
                new Report.Fact("Machine", machine()),
                new Report.Fact("Kernel", kernel()),
                new Report.Fact(
                        "Method",
                        "randomised complete blocks, " + manifest.plannedRounds()
                                + " rounds, one fork a cell and round, seed " + manifest.seed()
                                + "; median of per-round ratios, 95%"
                                + " order-statistic intervals, margin " + analysis.margin() + "; suite "
                                + manifest.suite().version()
                                + ", commit " + manifest.suite().commit()),
                new Report.Fact("Repeat", manifest.command()));
    }

    private String test() {
        String benchmarks = analysis.cells().stream()
                .map(CellResult::cell)
                .map(cell -> cell.benchmark())
                .distinct()
                .collect(Collectors.joining(", "));
        return analysis.run().manifest().strategies().size() + " ways to read a client's shared memory; " + benchmarks;
    }

    private String machine() {
        Environment.Cpu cpu = environment.cpu();
        Environment.Memory memory = environment.memory();
        return known(
                cpu == null ? "CPU unknown" : cpu.model(),
                cpu == null ? null : KeyValueTable.with(cpu.logicalCpus(), "processors"),
                cpu == null || cpu.smt() == null ? "SMT unknown" : KeyValueTable.switched("SMT", cpu.smt()),
                cpu == null ? null : "governor " + (cpu.governor() == null ? "unknown" : cpu.governor()),
                memory == null ? null : KeyValueTable.bytes(memory.totalBytes()),
                memory == null ? null : KeyValueTable.named("page", KeyValueTable.bytes(memory.pageBytes())),
                memory == null ? null : KeyValueTable.named("THP", memory.thp()));
    }

    private String kernel() {
        Environment.Kernel kernel = environment.kernel();
        return kernel == null
                ? "unknown"
                : known(
                        KeyValueTable.named("Linux", kernel.release()),
                        kernel.hypervisor() == null
                                ? "no hypervisor seen"
                                : "in a virtual machine (" + kernel.hypervisor() + ")");
    }

    private static String known(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
