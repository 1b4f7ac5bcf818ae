// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.Suite;

/**
 * Facts of a machine and of a build, by name, in the order of a description; without those that could not be read. None is a
 * frequency, which is another at every look.
 *
 * @param moving those that can move a figure although nobody changed what is measured
 * @param listed those that tell runs apart and move nothing: what is compared, and what every boot has of its own
 * @param shares of the time of all processors that went elsewhere while the run measured, in percent
 */
public record MachineFacts(Map<String, String> moving, Map<String, String> listed, Map<String, Double> shares) {

    /** Name of the arguments of the forks' JVM, in which the path of a temporary folder stands. */
    public static final String FORK_ARGUMENTS = "fork arguments";

    public static MachineFacts ofRun(Run run) {
        Map<String, Double> shares = new LinkedHashMap<>();
        run.cpuPercent(Noise::otherBusyMs).ifPresent(share -> shares.put("processor time of other programs", share));
        run.cpuPercent(Noise::stealMs).ifPresent(share -> shares.put("processor time stolen by the host", share));
        MachineFacts facts = of(run.environment(), run.manifest().suite());
        return new MachineFacts(facts.moving, facts.listed, shares);
    }

    /** The same without the shares. */
    public static MachineFacts of(Environment environment, Suite suite) {
        Map<String, String> moving = new LinkedHashMap<>();
        Map<String, String> listed = new LinkedHashMap<>();
        Optional.ofNullable(environment.cpu()).ifPresent(cpu -> {
            put(moving, "CPU", cpu.model());
            put(moving, "architecture", cpu.architecture());
            put(moving, "microcode", cpu.microcode());
            put(moving, "logical CPUs", cpu.logicalCpus());
            put(moving, "physical cores", cpu.physicalCores());
            put(moving, "SMT", cpu.smt());
            putAll(moving, "cache ", cpu.caches());
            put(moving, "frequency governor", cpu.governor());
            putAll(moving, "mitigation ", cpu.mitigations());
        });
        Optional.ofNullable(environment.memory()).ifPresent(memory -> {
            put(moving, "page size", memory.pageBytes());
            put(moving, "huge pages", memory.thp());
            put(moving, "huge pages of shared memory", memory.thpShmem());
            put(moving, "huge zero page", memory.hugeZeroPage());
            put(moving, "overcommit", memory.overcommit());
            // The same module shows a few pages more or less at every boot.
            put(listed, "memory", memory.totalBytes());
        });
        Optional.ofNullable(environment.kernel()).ifPresent(kernel -> {
            put(moving, "kernel", kernel.release());
            put(moving, "kernel version", kernel.version());
            put(moving, "kernel build id", kernel.buildId());
            put(moving, "kernel command line", kernel.cmdline());
            // No hypervisor is a fact, unless nothing is known of the kernel at all.
            put(moving, "hypervisor", kernel.hypervisor() == null ? "none" : kernel.hypervisor());
            // Every boot has a memory layout of its own; rounds of one boot cannot average over it.
            put(listed, "boot", kernel.bootId());
        });
        Optional.ofNullable(environment.jvm()).ifPresent(jvm -> {
            put(moving, "JVM", jvm.vm());
            put(moving, "JVM version", jvm.version());
            put(moving, "JVM vendor", jvm.vendor());
            put(moving, FORK_ARGUMENTS, jvm.forkArguments());
        });
        Optional.ofNullable(environment.toolchain()).ifPresent(tools -> {
            put(moving, "libc", tools.libc());
            put(moving, "compiler", tools.compiler());
        });
        Optional.ofNullable(environment.placement()).ifPresent(placement -> {
            put(moving, "CPU of the reader", placement.readerCpu());
            put(moving, "CPU of the client", placement.clientCpu());
        });
        put(moving, "instruction set", suite.instructionSet());
        put(listed, "library", suite.librarySha256());
        put(
                listed,
                "suite",
                suite.version() + ", commit " + suite.commit() + (suite.modified() ? " with changes" : ""));
        put(listed, "machine label", environment.machine());
        return new MachineFacts(moving, listed, Map.of());
    }

    private static void put(Map<String, String> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private static void putAll(Map<String, String> facts, String prefix, Map<String, ?> values) {
        if (values != null) {
            values.keySet().stream().sorted().forEach(name -> put(facts, prefix + name, values.get(name)));
        }
    }
}
