// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks;

import java.io.PrintStream;
import java.util.Set;
import org.nofaultbench.benchmarks.cli.JmhCommand;
import org.nofaultbench.benchmarks.cli.QuietJmh;
import org.nofaultbench.benchmarks.cli.SuiteCommand;

/**
 * {@code java -jar benchmarks.jar}: the suite's own commands, those of reports.jar, or else JMH. Exit statuses: 0 done, 1 a measurement
 * or a verification failed, 2 the command line or a file is unusable. Errors are one line on standard error.
 */
public final class Main {

    private static final Set<String> OWN =
            Set.of("run", "pair", "count", "verify", "list", "doctor", "help", "--help", "--version");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** The same for tests: returns the exit status instead of ending the process. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            if (SuiteCommand.REPORTS.contains(command)) {
                return SuiteCommand.report(arguments, out, err);
            }
            if (!command.equals("doctor")) {
                QuietJmh.load();
            }
            return OWN.contains(command)
                    ? SuiteCommand.run(arguments, out, err)
                    : new JmhCommand(out, err).run(arguments);
        } catch (Exception | LinkageError e) {
            return SuiteCommand.fail(e, err);
        }
    }
}
