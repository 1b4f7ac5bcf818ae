// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.simulation.changes.ChangeSimulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often the verdicts are wrong, measured on drawn runs whose truth is known. */
@Command(
        name = "simulate",
        description =
                "Draws runs whose truth is known and prints how often intervals and verdicts are wrong, as Markdown.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_TRIALS = 1_000_000;

    @Option(names = "--trials", paramLabel = "N", description = "runs drawn for each line; default: ${DEFAULT-VALUE}")
    private int trials = 20_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the draws; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--changes",
            description = "draw series, and print how often their changes are found, missed and made up")
    private boolean changes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new InputException("not a number of trials", "use 1 to " + MOST_TRIALS, Detail.of("trials", trials));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (changes) {
            out.print("# How often changes over time are found\n\n`simulate --changes --trials "
                    + trials + " --seed " + seed
                    + "` draws series whose changes are known and gives them to the code that `history`"
                    + " uses.\n\n");
            new ChangeSimulation(trials, seed).studies().forEach(study -> out.print(study.markdown()));
            out.flush();
            return 0;
        }
        out.print("# How often the statistics are wrong\n\n`simulate --trials " + trials
                + " --seed " + seed
                + "` draws runs whose truth is known and gives them to the code that reports use. Each line of"
                + " a table stands on " + trials
                + " runs; tables of many rows, power and repeated looks on a tenth of that.\n\n");
        new Simulation(trials, seed).studies().forEach(study -> out.print(study.markdown()));
        out.flush();
        return 0;
    }
}
