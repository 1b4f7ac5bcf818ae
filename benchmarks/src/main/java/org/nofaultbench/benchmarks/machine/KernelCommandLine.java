// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The kernel's command line, fit to be published. */
final class KernelCommandLine {

    /** Parameters that say where a machine lives and not how it runs. */
    private static final Set<String> NAMES = Set.of("ip", "hostname", "systemd.hostname", "root", "nfsroot", "BOOT_IMAGE");

    private KernelCommandLine() {}

    /** The same without addresses, disks and host names; null stays null. */
    static String withoutNames(String commandLine) {
        return commandLine == null
                ? null
                : Arrays.stream(commandLine.split("\\s+"))
                        .filter(parameter -> !NAMES.contains(parameter.split("=", 2)[0]))
                        .collect(Collectors.joining(" "));
    }
}
