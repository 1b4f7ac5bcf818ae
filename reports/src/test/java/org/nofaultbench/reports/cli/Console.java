// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.nofaultbench.reports.ReportCli;
import org.nofaultbench.reports.Research;

/**
 * What one command line did.
 *
 * @param exit code
 * @param out everything on stdout
 * @param err everything on stderr
 */
public record Console(int exit, String out, String err) {

    /** Runs a command of {@code reports.jar}. */
    public static Console of(Object... args) {
        return run(ReportCli::run, args);
    }

    /** Runs a command that measures the statistics. */
    public static Console ofResearch(Object... args) {
        return run(Research::run, args);
    }

    private interface Program {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    private static Console run(Program program, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
        int exit = program.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Console(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
