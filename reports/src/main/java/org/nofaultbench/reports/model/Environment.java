// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * {@code environment.json}: the machine. A null is a fact that could not be read there; nothing is guessed.
 *
 * @param machine label of the machine, given by the user or made from the CPU's name, never the host's name
 * @param selfComparisons what the machine resolves, one a size; null where it was not measured
 * @param placement the CPUs of reader and client; null in runs before it was recorded
 */
@RecordBuilder
public record Environment(
        String machine,
        Cpu cpu,
        Memory memory,
        Kernel kernel,
        Jvm jvm,
        Toolchain toolchain,
        State before,
        State after,
        List<SelfComparison> selfComparisons,
        CpuPlacement placement)
        implements EnvironmentBuilder.With {

    public Environment {
        Checks.id(machine, "/machine");
        if (selfComparisons != null) {
            Checks.elements(selfComparisons, "/selfComparisons");
        }
    }

    /**
     * @param model such as {@code AMD EPYC 9B14}
     * @param architecture such as {@code x86_64}
     * @param caches name to bytes, such as {@code L1d} to 32768
     * @param governor frequency governor of CPU 0
     * @param mitigations vulnerability to the kernel's text
     */
    @RecordBuilder
    public record Cpu(
            String model,
            String architecture,
            String microcode,
            Integer logicalCpus,
            Integer physicalCores,
            Boolean smt,
            Map<String, Long> caches,
            String governor,
            Map<String, String> mitigations) {}

    /**
     * @param thp transparent huge pages for anonymous memory, such as {@code madvise}
     * @param thpShmem the same for shared memory
     * @param hugeZeroPage whether the kernel backs reads of untouched huge pages by one zero page
     */
    @RecordBuilder
    public record Memory(
            Long totalBytes, Long pageBytes, String thp, String thpShmem, Boolean hugeZeroPage, Long overcommit) {}

    /**
     * @param release as uname -r
     * @param version as uname -v
     * @param buildId GNU build id in hexadecimal
     * @param bootId random id of this boot
     * @param hypervisor such as {@code KVM}, null on bare metal
     */
    @RecordBuilder
    public record Kernel(
            String release, String version, String buildId, String bootId, String cmdline, String hypervisor) {}

    /** The JVM of the forks. */
    public record Jvm(String version, String vendor, String vm, List<String> forkArguments) {}

    /** @param warning such as that both are threads of one core; null where there is nothing to say */
    public record CpuPlacement(int readerCpu, int clientCpu, String warning) {}

    /** What the native library was built with and runs on. */
    public record Toolchain(String libc, String compiler) {}

    /**
     * The machine at one instant.
     *
     * @param stealMs since boot, all CPUs
     * @param contextSwitches since boot
     */
    @RecordBuilder
    public record State(
            String atUtc, Double load1, Long stealMs, Long contextSwitches, Long availableBytes, Long cpuMhz) {}
}
