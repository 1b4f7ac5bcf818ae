// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Suite;

/**
 * A run in its place in time.
 *
 * @param folder name of its folder; folders are in the order of their names, which begin with the UTC of the start
 * @param figures what was measured
 * @param facts of the machine and the way of measuring, by name
 */
public record HistoryRun(String folder, RunFigures figures, Map<String, String> facts) {

    static HistoryRun of(String folder, RunFigures figures) {
        return new HistoryRun(folder, figures, MachineFacts.of(figures));
    }

    public String machine() {
        return figures.environment().machine();
    }

    /** Names of the facts that both runs know and that are not the same in both. */
    TreeSet<String> factsThatDiffer(HistoryRun other) {
        TreeSet<String> names = new TreeSet<>(facts.keySet());
        names.retainAll(other.facts.keySet());
        names.removeIf(name -> facts.get(name).equals(other.facts.get(name)));
        return names;
    }

    /**
     * Whether what is measured was built the same. Loops in C are in the library alone; loops in Java are in the commit, and in
     * nobody knows what where the commit was modified.
     */
    boolean hasBuildOf(HistoryRun other, boolean inJava) {
        Suite mine = figures.suite();
        Suite others = other.figures.suite();
        boolean sameLibrary = mine.librarySha256().equals(others.librarySha256());
        boolean sameCommit = mine.commit().equals(others.commit()) && !mine.modified() && !others.modified();
        return sameLibrary && (!inJava || sameCommit);
    }

    /**
     * Facts that can move a figure although nobody changed what is measured. What differs from boot to boot is none of them, or every
     * run would be on another machine; nor are the forks' arguments, in which the path of a temporary folder stands.
     */
    private static final class MachineFacts {

        private final Map<String, String> facts = new TreeMap<>();

        private MachineFacts() {}

        /** Without those that the run could not read. */
        static Map<String, String> of(RunFigures run) {
            MachineFacts all = new MachineFacts();
            Environment environment = run.environment();
            all.add(environment.cpu());
            all.add(environment.memory());
            all.add(environment.kernel());
            all.add(environment.jvm());
            all.add(environment.toolchain());
            all.add("instruction set", run.suite().instructionSet());
            all.add("preset", run.preset());
            return Collections.unmodifiableMap(all.facts);
        }

        private void add(Environment.Cpu cpu) {
            if (cpu != null) {
                add("CPU", cpu.model());
                add("microcode", cpu.microcode());
                add("logical CPUs", cpu.logicalCpus());
                add("SMT", cpu.smt());
                add("frequency governor", cpu.governor());
                if (cpu.mitigations() != null) {
                    cpu.mitigations().forEach((name, value) -> add("mitigation " + name, value));
                }
            }
        }

        private void add(Environment.Memory memory) {
            if (memory != null) {
                add("page size", memory.pageBytes());
                add("huge pages", memory.thp());
                add("huge pages of shared memory", memory.thpShmem());
                add("huge zero page", memory.hugeZeroPage());
            }
        }

        private void add(Environment.Kernel kernel) {
            if (kernel != null) {
                add("kernel", kernel.release());
                add("kernel version", kernel.version());
                add("kernel build id", kernel.buildId());
                add("kernel command line", kernel.cmdline());
                add("hypervisor", kernel.hypervisor() == null ? "none" : kernel.hypervisor());
            }
        }

        private void add(Environment.Jvm jvm) {
            if (jvm != null) {
                add("JVM", jvm.vm());
                add("JVM version", jvm.version());
                add("JVM vendor", jvm.vendor());
            }
        }

        private void add(Environment.Toolchain toolchain) {
            if (toolchain != null) {
                add("libc", toolchain.libc());
                add("compiler", toolchain.compiler());
            }
        }

        private void add(String name, Object value) {
            if (value != null) {
                facts.put(name, value.toString());
            }
        }
    }
}
