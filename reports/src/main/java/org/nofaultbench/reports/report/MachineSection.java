// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Facts;
import org.nofaultbench.reports.model.Environment;

/** Which machine was measured? A figure without it means nothing. */
public final class MachineSection implements Section {

    @Override
    public Content of(Analysis analysis) {
        Environment environment = analysis.run().environment();
        Facts facts = new Facts().add("label", environment.machine());
        Optional.ofNullable(environment.cpu()).ifPresent(cpu -> addCpu(facts, cpu));
        Optional.ofNullable(environment.memory()).ifPresent(memory -> addMemory(facts, memory));
        Optional.ofNullable(environment.kernel()).ifPresent(kernel -> addKernel(facts, kernel));
        Optional.ofNullable(environment.jvm()).ifPresent(jvm -> facts
                .addAll("JVM", jvm.vm(), jvm.version(), jvm.vendor())
                .add("fork arguments", joined(jvm.forkArguments())));
        Optional.ofNullable(environment.toolchain()).ifPresent(tools -> facts.addAll("libc, compiler", tools.libc(),
                tools.compiler()));
        facts.add("resolves", Resolves.of(environment.selfComparisons()));
        addState(facts, "before the run", environment.before());
        addState(facts, "after the run", environment.after());
        return Content.of("machine", "Machine", "As the run found it; unknown is what could not be read there.",
                List.of(facts.table()));
    }

    private static void addCpu(Facts facts, Environment.Cpu cpu) {
        facts.addAll("CPU", cpu.model(), cpu.architecture(), Facts.named("microcode", cpu.microcode()))
                .addAll("processors", Facts.with(cpu.logicalCpus(), "logical"), Facts.with(cpu.physicalCores(), "cores"),
                        Facts.switched("SMT", cpu.smt()))
                .add("caches", pairs(cpu.caches(), Facts::bytes))
                .add("frequency governor", cpu.governor())
                .add("mitigations", pairs(cpu.mitigations(), Function.identity()));
    }

    private static void addMemory(Facts facts, Environment.Memory memory) {
        facts.addAll("memory", Facts.bytes(memory.totalBytes()), Facts.named("page", Facts.bytes(memory.pageBytes())),
                        Facts.named("overcommit", memory.overcommit()))
                .addAll("huge pages", Facts.named("anonymous", memory.thp()), Facts.named("shmem", memory.thpShmem()),
                        Facts.switched("huge zero page", memory.hugeZeroPage()));
    }

    private static void addKernel(Facts facts, Environment.Kernel kernel) {
        facts.addAll("kernel", kernel.release(), kernel.version())
                .add("kernel build id", kernel.buildId())
                .add("kernel command line", kernel.cmdline())
                .add("hypervisor", kernel.hypervisor() == null ? "none seen" : kernel.hypervisor());
    }

    private static void addState(Facts facts, String when, Environment.State state) {
        if (state != null) {
            facts.addAll(when, state.atUtc(), Facts.named("load", state.load1()), Facts.with(state.cpuMhz(), "MHz"),
                    Facts.named("available", Facts.bytes(state.availableBytes())),
                    Facts.named("stolen since boot:", Facts.with(state.stealMs(), "ms")),
                    Facts.with(state.contextSwitches(), "context switches since boot"));
        }
    }

    private static <T> String pairs(Map<String, T> values, Function<T, String> word) {
        return values == null || values.isEmpty() ? null : values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + (entry.getValue() == null ? "unknown" : word.apply(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String joined(List<String> words) {
        return words == null ? null : words.isEmpty() ? "none" : String.join(" ", words);
    }
}
