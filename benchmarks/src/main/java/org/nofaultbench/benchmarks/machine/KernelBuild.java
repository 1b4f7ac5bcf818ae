// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;

/**
 * Which kernel runs.
 *
 * @param id its build id in hexadecimal; empty where it does not show one
 * @param release such as {@code 6.18.0}; empty where it cannot be read
 */
public record KernelBuild(Optional<String> id, Optional<String> release) {

    public static KernelBuild of(KernelFiles files) {
        return new KernelBuild(
                files.bytes("sys/kernel/notes").flatMap(BuildId::in), files.text("proc/sys/kernel/osrelease"));
    }
}
