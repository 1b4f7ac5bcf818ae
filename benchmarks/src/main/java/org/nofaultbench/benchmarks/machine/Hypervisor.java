// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.model.Environment;

/** What the kernel runs under. */
public final class Hypervisor {

    /** A CPU that is itself a program, as in the kernel lab: what it can do is what a CPU can, what it takes is not. */
    public static final String EMULATED = "emulated (QEMU TCG)";

    private static final String FLAG = "hypervisor";
    private static final String EMULATED_CPU = "QEMU TCG";

    /** On the kernel's command line, by the kernel lab: an emulated CPU may call itself by a real one's name. */
    private static final String LAB_MARK = "nofault_lab=emulated";

    private Hypervisor() {}

    /**
     * The unit of what is timed on a machine. Times of an emulated CPU have one of their own, so that nothing shows them as
     * times or compares them with any.
     */
    public static String timeUnit(Environment environment) {
        return EMULATED.equals(environment.kernel().hypervisor()) ? "emulated-ns/op" : "ns/op";
    }

    /** Such as {@code KVM}; {@link #EMULATED} where the CPU itself is a program; empty on bare metal. */
    static Optional<String> name(KernelFiles files) {
        if (files.value("proc/cpuinfo", "model name").orElse("").contains(EMULATED_CPU)
                || List.of(files.text("proc/cmdline").orElse("").split(" ")).contains(LAB_MARK)) {
            return Optional.of(EMULATED);
        }
        Optional<String> xen = files.text("sys/hypervisor/type");
        if (xen.isPresent()) {
            return xen;
        }
        boolean virtual = files.value("proc/cpuinfo", "flags")
                .filter(flags -> List.of(flags.split(" ")).contains(FLAG))
                .isPresent();
        return virtual ? Optional.of(vendor(files)) : Optional.empty();
    }

    /** The clock source and the firmware's tables name the vendor where the CPU's flag only says that there is one. */
    private static String vendor(KernelFiles files) {
        String clock = "sys/devices/system/clocksource/clocksource0/available_clocksource";
        String firmware = files.text("sys/class/dmi/id/sys_vendor").orElse("");
        if (files.text(clock).orElse("").contains("kvm-clock") || firmware.contains("QEMU")) {
            return "KVM";
        }
        return firmware.isEmpty() ? "unnamed" : firmware;
    }
}
