// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import org.nofaultbench.benchmarks.CannotBeTested;
import org.nofaultbench.benchmarks.run.BuildComparison;
import org.nofaultbench.benchmarks.run.Run;
import org.nofaultbench.reports.stats.Verdict;

/** The comparison of two builds as a table and an exit status. */
final class BuildAnswer {

    private static final int SLOWER = 1;
    private static final int OK = 0;

    private final PrintStream out;

    BuildAnswer(PrintStream out) {
        this.out = out;
    }

    /** 0 where no cell is slower than with the other build, 1 where one is; 125 is thrown. */
    int status(Run.Outcome outcome) {
        if (outcome.failed()) {
            throw new CannotBeTested("the builds cannot be compared: " + outcome.reasons().get(0) + "; forks.log in "
                    + outcome.folder() + " has the details");
        }
        BuildComparison comparison = outcome.comparison().orElseThrow();
        out.println("This build against the other: ratio of times with its 95% interval, above 1 is slower");
        comparison.lines().forEach(line -> out.println("  " + line));
        if (!comparison.decidesAnything()) {
            throw new CannotBeTested("too few rounds to decide anything: preset or --minutes gave too few; take a larger preset");
        }
        out.println(comparison.rows().size() + " cells: " + comparison.count(Verdict.SLOWER) + " slower, "
                + comparison.count(Verdict.FASTER) + " faster, " + comparison.count(Verdict.EQUIVALENT) + " equivalent, "
                + comparison.count(Verdict.UNDECIDED) + " undecided");
        return comparison.count(Verdict.SLOWER) > 0 ? SLOWER : OK;
    }
}
