// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.compare.ComparisonRules.FailurePolicy;
import org.nofaultbench.reports.input.InputReader;
import org.nofaultbench.reports.input.RowSelection;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.input.StoreProvider;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.stats.BetweenForks;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has anything become slower? */
@Command(
        name = "compare",
        description =
                "Compares two runs and says in its exit status whether a row became slower or is missing: 0 no, 1 yes,"
                        + " 2 unusable input, 3 no row could be judged.",
        mixinStandardHelpOptions = true,
        // A mistake in here must not look like a row that became slower, and must end a bisection.
        exitCodeOnExecutionException = CompareCommand.END_BISECTION)
public final class CompareCommand implements Callable<Integer> {

    /** For {@code git bisect run} (git-bisect(1), "Bisect run") from 128 on a status ends the bisection, and 1 is a bad commit. */
    public static final int END_BISECTION = 128;

    private static final int CANNOT_TEST = 125;
    private static final int CHANGED = 1;
    private static final int INCONCLUSIVE = 3;
    /** More earlier runs take longer than anybody waits for. */
    private static final int MOST_RUNS = 50;

    /** Forms of a comparison. */
    enum Form {
        TEXT,
        MARKDOWN,
        JSON,
        JUNIT;

        String render(ComparisonResult result) {
            return switch (this) {
                case TEXT -> ComparisonText.plain(result);
                case MARKDOWN -> ComparisonText.markdown(result);
                case JSON -> ComparisonJson.json(result);
                case JUNIT -> ComparisonJunit.xml(result);
            };
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description =
                    "A run folder, a folder of runs (the newest counts), a JMH JSON file, or a folder of them (one"
                            + " per module); repeated rows count as further forks.")
    private Path base;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW",
            description = "The same; with --store it is the only argument.")
    private Path next;

    @Option(names = "--store", paramLabel = "DIR", description = "Takes BASE from a store (store.jar); see --base.")
    private Path store;

    @Option(
            names = "--base",
            paramLabel = "RUNS",
            description = "Which runs of the store, such as 'last 5 of machine lab3'.")
    private String stored;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            defaultValue = "1%",
            description =
                    "How far from 1 a ratio may lie and still be EQUIVALENT, unless the cell has a margin of its own."
                            + " Default: ${DEFAULT-VALUE}.")
    private Margin margin;

    @Option(
            names = "--between-runs",
            paramLabel = "PERCENT",
            defaultValue = "3%",
            description =
                    "Assumed run-to-run variation of one build, if the runs do not show it. Default: ${DEFAULT-VALUE}.")
    private BetweenRuns betweenRuns;

    @Option(
            names = "--between-forks",
            paramLabel = "PERCENT",
            defaultValue = "20%",
            description = "Assumed fork-to-fork variation of one build in rows with fewer than five forks. Default:"
                    + " ${DEFAULT-VALUE}, or what five or more earlier runs show.")
    private BetweenForks betweenForks;

    @Option(
            names = "--fail-on",
            paramLabel = "CHANGE",
            defaultValue = "slower",
            description = "What ends in status 1: slower, faster, any or none. Default: ${DEFAULT-VALUE}.")
    private FailurePolicy failOn;

    @Option(
            names = "--strict",
            description = "Status 3 where a row is undecided, has too few forks or is in one run only.")
    private boolean strict;

    @Option(names = "--allow-missing", description = "Status 0 although NEW lacks a row that BASE has.")
    private boolean allowMissing;

    @Option(
            names = "--bisect",
            description =
                    "Statuses for `git bisect run`: 125 if NEW cannot be tested, 128 if the comparison itself fails.")
    private boolean bisect;

    @Option(
            names = "--baseline-last",
            paramLabel = "N",
            description = "BASE is a folder: compare with its newest N runs, which also show the run-to-run variation.")
    private Integer baselineLast;

    @Option(
            names = "--acknowledged",
            paramLabel = "FILE",
            description = "Accepted changes, which are not reported again.")
    private Path acknowledged;

    @Option(
            names = "--despite-differences",
            paramLabel = "NAME",
            arity = "0..1",
            fallbackValue = InputDifferences.ALL,
            description = "Compare although machine, JVM, settings or conditions differ in NAME, such as -Xmx; may be"
                    + " repeated. Without NAME, as the last word: in anything.")
    private List<String> despiteDifferences = new ArrayList<>();

    @Option(names = "--machine", paramLabel = "NAME", description = "Machine on which JMH files were measured.")
    private String machine;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only rows whose name contains a match.")
    private Pattern only;

    @Option(
            names = "--secondary",
            paramLabel = "REGEX",
            description =
                    "Also JMH's secondary metrics whose name contains a match; less is better, except for operations"
                            + " per time.")
    private Pattern secondary;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "What is printed: text, markdown, json or junit. Default: ${DEFAULT-VALUE}.")
    private Form printed;

    @Option(
            names = "--write",
            paramLabel = "FORM=FILE",
            description = "Also writes that form into a file; may be repeated.")
    private final Map<Form, Path> files = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    /** What every commit would fail alike ends a bisection; what the new run alone is at fault for skips its commit. */
    @Override
    public Integer call() {
        checkOptions();
        int refused = END_BISECTION;
        try {
            RowSelection selection = new RowSelection(Optional.ofNullable(only), Optional.ofNullable(secondary));
            InputReader inputs = new InputReader(selection);
            List<RunInput> was = bases(inputs, selection);
            ComparisonRules rules = new ComparisonRules(
                    margin,
                    betweenRuns,
                    betweenForks,
                    failOn,
                    strict,
                    allowMissing,
                    Optional.ofNullable(machine),
                    acknowledged == null ? List.of() : ComparisonRules.Acknowledgement.read(acknowledged));
            refused = CANNOT_TEST;
            ComparisonResult result = Comparer.compare(was, inputs.read(next), rules, despiteDifferences);
            refused = END_BISECTION;
            write(result);
            return switch (result.outcome()) {
                case PASS -> 0;
                case FAIL -> CHANGED;
                case INCONCLUSIVE -> bisect ? CANNOT_TEST : INCONCLUSIVE;
            };
        } catch (InputException e) {
            if (!bisect) {
                throw e;
            }
            spec.commandLine().getErr().println(e.getMessage());
            return refused;
        }
    }

    /** Also swaps the words: with a store the first is what is new. */
    private void checkOptions() {
        if ((store == null) != (stored == null) || store != null && (next != null || baselineLast != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--store DIR goes with --base RUNS and with one run, the new one");
        }
        if (store == null && next == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'NEW'");
        }
        if (baselineLast != null && (baselineLast < 1 || baselineLast > MOST_RUNS)) {
            throw new ParameterException(
                    spec.commandLine(), "--baseline-last: '" + baselineLast + "' is no number from 1 to " + MOST_RUNS);
        }
        if (store != null) {
            next = base;
        }
    }

    private List<RunInput> bases(InputReader inputs, RowSelection selection) {
        if (store != null) {
            return StoreProvider.selectFrom(store, stored, selection);
        }
        return baselineLast == null ? List.of(inputs.read(base)) : inputs.last(base, baselineLast, next);
    }

    private void write(ComparisonResult result) {
        files.forEach((form, file) -> OutputFile.write(file, form.render(result)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(printed.render(result));
        out.flush();
    }
}
