// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.nativelib.KernelPage;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Placement;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.EnvironmentBuilder;
import org.nofaultbench.reports.model.EnvironmentCpuBuilder;
import org.nofaultbench.reports.model.EnvironmentKernelBuilder;
import org.nofaultbench.reports.model.EnvironmentMemoryBuilder;
import org.nofaultbench.reports.model.EnvironmentStateBuilder;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.ProcessorCache;

/** Describes this machine; what cannot be read is null in the result, and nothing is guessed. */
public record EnvironmentReader(KernelFiles files) {

    private static final String THP = "sys/kernel/mm/transparent_hugepage/";

    /** Kernel parameters that say where a machine lives and not how it runs. */
    private static final Set<String> NAMING_PARAMETERS =
            Set.of("ip", "hostname", "systemd.hostname", "root", "nfsroot", "BOOT_IMAGE");

    /**
     * The machine before a run.
     *
     * @param label what the user calls the machine; made from the CPU's name where they do not
     * @param forkArguments JVM arguments of the forks
     */
    public Environment read(Optional<String> label, List<String> forkArguments) {
        Environment.Cpu cpu = cpu();
        Placement placement = Placement.of(NofaultLibrary.load());
        return EnvironmentBuilder.builder()
                .machine(label.orElse(cpu.model()))
                .cpu(cpu)
                .memory(memory())
                .kernel(kernel())
                .jvm(new Environment.Jvm(
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("java.vm.name"),
                        forkArguments))
                .toolchain(BuildInfo.toolchain())
                .before(state())
                .placement(new Environment.CpuPlacement(
                        placement.readerCpu(),
                        placement.clientCpu(),
                        placement.warning().orElse(null)))
                .build();
    }

    /** The same machine when the run is over. */
    public Environment after(Environment before) {
        return before.withAfter(state());
    }

    private Environment.Cpu cpu() {
        CentralProcessor processor = new SystemInfo().getHardware().getProcessor();
        return EnvironmentCpuBuilder.builder()
                .model(processor.getProcessorIdentifier().getName().strip())
                .architecture(System.getProperty("os.arch"))
                .microcode(files.value("proc/cpuinfo", "microcode").orElse(null))
                .logicalCpus(processor.getLogicalProcessorCount())
                .physicalCores(processor.getPhysicalProcessorCount())
                .smt(files.flag("sys/devices/system/cpu/smt/active").orElse(null))
                .caches(caches(processor))
                .governor(files.text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                        .orElse(null))
                .mitigations(files.folder("sys/devices/system/cpu/vulnerabilities"))
                .build();
    }

    private static Map<String, Long> caches(CentralProcessor processor) {
        Map<String, Long> caches = new TreeMap<>();
        for (ProcessorCache cache : processor.getProcessorCaches()) {
            String kind = switch (cache.getType()) {
                case DATA -> "d";
                case INSTRUCTION -> "i";
                default -> "";
            };
            caches.put("L" + cache.getLevel() + kind, (long) cache.getCacheSize());
        }
        return caches;
    }

    private Environment.Memory memory() {
        return EnvironmentMemoryBuilder.builder()
                .totalBytes(files.memoryBytes("MemTotal").orElse(null))
                .pageBytes((long) KernelPage.BYTES)
                .thp(files.choice(THP + "enabled").orElse(null))
                .thpShmem(files.choice(THP + "shmem_enabled").orElse(null))
                .hugeZeroPage(files.flag(THP + "use_zero_page").orElse(null))
                .overcommit(files.number("proc/sys/vm/overcommit_memory").orElse(null))
                .build();
    }

    private Environment.Kernel kernel() {
        return EnvironmentKernelBuilder.builder()
                .release(files.kernelRelease().orElse(null))
                .version(files.text("proc/sys/kernel/version").orElse(null))
                .buildId(files.kernelBuildId().orElse(null))
                .bootId(files.text("proc/sys/kernel/random/boot_id").orElse(null))
                .cmdline(files.text("proc/cmdline")
                        .map(EnvironmentReader::withoutNames)
                        .orElse(null))
                .hypervisor(Hypervisor.name(files).orElse(null))
                .build();
    }

    private Environment.State state() {
        return EnvironmentStateBuilder.builder()
                .atUtc(Instant.now().toString())
                .load1(NoiseMeter.load1(files).orElse(null))
                .stealMs(NoiseMeter.CpuTimes.read(files)
                        .map(NoiseMeter.CpuTimes::stealMs)
                        .orElse(null))
                .contextSwitches(files.lines("proc/stat").stream()
                        .filter(line -> line.startsWith("ctxt "))
                        .map(line -> Long.valueOf(line.substring(5).strip()))
                        .findFirst()
                        .orElse(null))
                .availableBytes(files.memoryBytes("MemAvailable").orElse(null))
                .cpuMhz(files.value("proc/cpuinfo", "cpu MHz")
                        .map(mhz -> Math.round(Double.parseDouble(mhz)))
                        .orElse(null))
                .build();
    }

    /** The kernel's command line without addresses, disks and host names, fit to be published. */
    static String withoutNames(String commandLine) {
        return Arrays.stream(commandLine.split("\\s+"))
                .filter(parameter -> !NAMING_PARAMETERS.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining(" "));
    }
}
