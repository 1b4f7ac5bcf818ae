// SPDX-License-Identifier: MIT
package org.nofaultbench.reports;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the JVM enters. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Charts are drawn into a file; a display, even a broken one, must not matter.
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(ReportCli.run(args, out, err));
    }
}
