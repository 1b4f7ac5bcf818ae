// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.List;
import java.util.Optional;

/** Names what the kernel runs under. */
final class Hypervisor {

    private static final String FLAG = "hypervisor";
    private static final String EMULATED_CPU = "QEMU TCG";

    /** On the kernel's command line, by the kernel lab: an emulated CPU may call itself by a real one's name. */
    private static final String LAB_MARK = "nofault_lab=emulated";

    private Hypervisor() {}

    /** Such as {@code KVM}; {@link Emulation#NAME} where the CPU itself is a program; empty on bare metal. */
    static Optional<String> name(KernelFiles files) {
        if (files.value("proc/cpuinfo", "model name").orElse("").contains(EMULATED_CPU)
                || List.of(files.text("proc/cmdline").orElse("").split(" ")).contains(LAB_MARK)) {
            return Optional.of(Emulation.NAME);
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
