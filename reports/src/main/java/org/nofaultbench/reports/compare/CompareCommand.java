// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.nofaultbench.reports.cli.CountConverter;
import org.nofaultbench.reports.cli.MarginConverter;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The gate: has anything become slower? */
@Command(
        name = "compare",
        description = "Compares two runs and says in its exit status whether a row became slower: 0 no, 1 yes, 2 unusable input,"
                + " and with --strict 3 where a row is undecided.",
        mixinStandardHelpOptions = true,
        // A mistake in here must not look like a row that became slower, and must end a bisection.
        exitCodeOnExecutionException = ExitStatus.END_BISECTION)
public final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BASE", description = "A run folder, a folder of runs (its newest), or a JMH JSON file.")
    private Path base;

    @Parameters(index = "1", paramLabel = "NEW", description = "The same.")
    private Path next;

    @Option(names = "--margin", paramLabel = "PERCENT", defaultValue = "1%", converter = MarginConverter.class,
            description = "How far from 1 a ratio may lie and still be EQUIVALENT. Default: ${DEFAULT-VALUE}.")
    private Margin margin;

    @Option(names = "--between-runs", paramLabel = "PERCENT", defaultValue = "3%", converter = BetweenRunsConverter.class,
            description = "What two runs of one build may differ by where they do not show it. Default: ${DEFAULT-VALUE}.")
    private BetweenRuns betweenRuns;

    @Option(names = "--fail-on", paramLabel = "CHANGE", defaultValue = "slower",
            description = "What ends in status 1: slower, faster, any or none. Default: ${DEFAULT-VALUE}.")
    private FailurePolicy failOn;

    @Option(names = "--strict", description = "Status 3 where a row is undecided, has too few forks or is in one run only.")
    private boolean strict;

    @Option(names = "--bisect", description = "Statuses for `git bisect run`: 125 where NEW cannot be tested, 128 where the"
            + " comparison itself is at fault.")
    private boolean bisect;

    @Option(names = "--baseline-last", paramLabel = "N", converter = CountConverter.class,
            description = "BASE is a folder: compare with its newest N runs, which also show what runs differ by.")
    private Integer baselineLast;

    @Option(names = "--acknowledged", paramLabel = "FILE", description = "Changes that are not to be reported again.")
    private Path acknowledged;

    @Option(names = "--despite-differences", description = "Compare although machine, JVM, settings or conditions differ.")
    private boolean despiteDifferences;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only rows whose name contains a match.")
    private Pattern only;

    @Option(names = "--secondary", paramLabel = "REGEX", description = "Also JMH's secondary metrics whose name contains a match;"
            + " less of them is better unless they are operations per time.")
    private Pattern secondary;

    @Option(names = "--unit", paramLabel = "UNIT", defaultValue = "fork",
            description = "What counts as one figure: fork, or iteration for a file of one fork, with a caution. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Replicate unit;

    @Mixin
    private GateOutput output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExitStatus status = new ExitStatus(bisect);
        Sides sides = new Sides(new RowChoice(Optional.ofNullable(only), Optional.ofNullable(secondary), unit));
        List<RunInput> was = status.ofTheComparison(() -> bases(sides));
        Acknowledged accepted = status.ofTheComparison(() ->
                acknowledged == null ? Acknowledged.NOTHING : AcknowledgedFile.read(acknowledged));
        ComparisonResult gate = status.ofTheNewRun(() -> Comparer.compare(was, sides.read(next),
                new Rules(margin, betweenRuns, failOn, strict, accepted), despiteDifferences));
        return status.ofTheComparison(() -> {
            output.write(gate, spec.commandLine().getOut());
            return status.of(gate);
        });
    }

    private List<RunInput> bases(Sides sides) {
        return baselineLast == null ? List.of(sides.read(base)) : sides.last(base, baselineLast, next);
    }
}
