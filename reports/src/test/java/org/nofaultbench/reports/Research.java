// SPDX-License-Identifier: MIT
package org.nofaultbench.reports;

import java.io.PrintStream;
import org.nofaultbench.reports.agreement.AgreeCommand;
import org.nofaultbench.reports.simulation.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measures the statistics themselves, for the tables of {@code results/simulation}; no part of the product. From the top folder:
 *
 * <pre>
 * ./mvnw -q -DskipC -pl native,reports test-compile
 * ./mvnw -q -pl reports exec:java -Dexec.args="simulate --trials 6000 --seed 1"
 * </pre>
 */
@Command(
        name = "research",
        subcommands = {AgreeCommand.class, SimulateCommand.class})
public final class Research {

    private Research() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return ReportCli.run(new CommandLine(new Research()), args, out, err);
    }
}
