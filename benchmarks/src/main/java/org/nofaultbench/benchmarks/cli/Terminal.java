// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody is watching. */
final class Terminal {

    private Terminal() {}

    /** System.console() says so on older JDKs only. */
    static boolean isStandardOutput() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("/dev/pts/");
        } catch (IOException e) {
            return false;
        }
    }
}
