// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.util.Map;

/** Names of the signals that a reader of memory may die of; the numbers are those of x86-64 and aarch64. */
final class Signals {

    private static final Map<Integer, String> NAMES =
            Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    private Signals() {}

    static String nameOf(int number) {
        return NAMES.getOrDefault(number, "signal " + number);
    }
}
