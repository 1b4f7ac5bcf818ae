// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.benchmarks.run.BuildComparison;
import org.nofaultbench.benchmarks.run.RunExecutor;
import org.nofaultbench.benchmarks.run.RunRequest;
import org.nofaultbench.benchmarks.run.RunRequest.BaselineFile;
import org.nofaultbench.benchmarks.verify.Findings;
import org.nofaultbench.benchmarks.verify.Output;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.benchmarks.verify.Selection;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Placement;
import org.nofaultbench.reports.model.StoredProof;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures in rounds and writes a run folder; what is finished is never lost.")
final class RunCommand implements Callable<Integer> {

    private static final long LARGEST_SEED = 1L << 53;
    private static final int MOST_MINUTES = 10_080;

    private final PrintStream out;
    private final boolean terminal = Terminal.isStandardOutput();

    @Parameters(
            paramLabel = "PRESET",
            description = "smoke (a minute), quick (minutes), standard (20 minutes) or full (hours)")
    private String preset;

    @Option(names = "--results", paramLabel = "DIR", description = "folder of run folders; default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(names = "--seed", paramLabel = "N", description = "seed of the data and of the order; default: random")
    private Long seed;

    @Option(names = "--machine", paramLabel = "LABEL", description = "what to call this machine; default: its CPU")
    private String machine;

    @Option(names = "--only", paramLabel = "REGEX", description = "only cells whose id contains a match")
    private String only;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "as many rounds as fit N minutes, instead of the preset's; one in any case")
    private Integer minutes;

    @Option(names = "--resume", paramLabel = "RUN", description = "go on with the run in this folder")
    private Path resume;

    @Option(
            names = "--against",
            paramLabel = "JAR",
            description =
                    "measure every cell with this benchmarks.jar too and compare the two builds: exit status 1 if a"
                            + " cell is slower than with JAR, 0 if none is, 125 if that cannot be tested (as `git bisect"
                            + " run` wants it)")
    private Path againstJar;

    @Option(
            names = "--against-library",
            paramLabel = "LIB.so",
            description = "the same with this native library in place of JAR")
    private Path againstLibrary;

    @Option(
            names = "--until-decided",
            description =
                    "measure only comparisons that are still open, for --minutes or a fifth of what the preset takes")
    private boolean untilDecided;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "what counts as the same, unless the benchmark has a margin of its own; default:"
                    + " ${DEFAULT-VALUE}")
    private String margin = "1%";

    @Mixin
    private StrategyLibraryOption libraries;

    @Option(names = "--report", description = "render the page into the run folder when the run is over")
    private boolean report;

    @Option(names = "--prove", description = "first `verify`, where no proof is stored for this library on this kernel")
    private boolean prove;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        libraries.load();
        RunRequest request = request();
        if (request.against().isPresent()) {
            return compare(request);
        }
        RunExecutor.Outcome outcome = execute(request);
        return print(outcome) && !outcome.failed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private RunExecutor.Outcome execute(RunRequest request) {
        NofaultLibrary library = Probes.requireClient(NofaultLibrary.load());
        Placement.of(library).warning().ifPresent(warning -> out.println("warning: " + warning));
        Prover prover = new Prover(library, false, request.results(), KernelFiles.ofThisMachine(), Clock.systemUTC());
        Supplier<Optional<StoredProof>> proof = prove ? () -> prove(prover) : prover::stored;
        return new RunExecutor(request, library, proof, out, terminal, Clock.systemUTC()).execute();
    }

    /** The stored proof, or else the one that a verification stores. One that fails stops no run: the run says so. */
    private Optional<StoredProof> prove(Prover prover) {
        Optional<StoredProof> stored = prover.storedAndWhole();
        if (stored.isPresent()) {
            print(new Findings(stored.get()), prover.file());
            return stored;
        }
        Prover.Outcome outcome = prover.prove(
                Selection.everything(),
                "java -jar benchmarks/target/benchmarks.jar verify",
                Output.quiet(out, terminal));
        outcome.failure()
                .ifPresentOrElse(
                        failure -> out.println("verify: nothing is proven: " + failure),
                        () -> print(outcome.findings(), outcome.stored()));
        return outcome.stored().flatMap(file -> prover.stored());
    }

    private void print(Findings findings, Optional<Path> file) {
        String where = file.map(path -> path.getParent().getFileName() + "/" + path.getFileName())
                .orElse("not stored, because this kernel shows no build id");
        out.println("verify: " + findings.summary() + " (" + where + ")");
    }

    /** Whether the page was rendered, where one was asked for. */
    private boolean print(RunExecutor.Outcome outcome) {
        outcome.decisions().ifPresent(decisions -> {
            decisions.lines().forEach(line -> out.println("  " + line));
            out.println(decisions.decided() + " of " + decisions.rows().size() + " comparisons are decided");
        });
        outcome.reasons().forEach(reason -> out.println("FAIL " + reason));
        out.println("Run: " + outcome.folder());
        return !report || render(outcome.folder());
    }

    private boolean render(Path folder) {
        int status = SuiteCommand.report(new String[] {"html", folder.toString(), "--margin", margin}, out, out);
        if (status != ExitCode.OK) {
            out.println("the report was not rendered: status=" + status);
        }
        return status == ExitCode.OK;
    }

    /** Whatever goes wrong here leaves the question open; `git bisect run` must not take it for the answer. */
    private int compare(RunRequest request) {
        try {
            RunExecutor.Outcome outcome = execute(request);
            return print(outcome) ? statusOfComparison(outcome) : UserError.CANNOT_BE_TESTED;
        } catch (RuntimeException e) {
            throw UserError.cannotBeTested(e.getMessage(), e);
        }
    }

    /** 0 where no cell is slower than with the other build, 1 where one is; 125 is thrown. */
    private int statusOfComparison(RunExecutor.Outcome outcome) {
        if (outcome.failed()) {
            throw new UserError("the builds cannot be compared: "
                    + outcome.reasons().get(0) + "; forks.log in " + outcome.folder() + " has the details");
        }
        BuildComparison comparison = outcome.comparison().orElseThrow();
        out.println("This build against the other: ratio of times with its 95% interval, above 1 is slower");
        comparison.lines().forEach(line -> out.println("  " + line));
        if (!comparison.decidesAnything()) {
            throw new UserError(
                    "too few rounds to decide anything: preset or --minutes gave too few; take a larger preset");
        }
        out.println(comparison.rows().size() + " cells: " + comparison.count(Verdict.SLOWER) + " slower, "
                + comparison.count(Verdict.FASTER) + " faster, " + comparison.count(Verdict.EQUIVALENT)
                + " equivalent, "
                + comparison.count(Verdict.UNDECIDED) + " undecided");
        return comparison.count(Verdict.SLOWER) > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** Refuses what cannot be measured. */
    RunRequest request() {
        return new RunRequest(
                presetOf(preset),
                budget(),
                results,
                seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : seed,
                Optional.ofNullable(machine),
                Optional.ofNullable(only).map(RunCommand::pattern),
                against(),
                untilDecided(),
                marginOf(margin),
                Optional.ofNullable(resume),
                command());
    }

    private Budget budget() {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw new UserError("not a time for a run: minutes=" + minutes + "; use 1 to " + MOST_MINUTES);
        }
        if (minutes != null) {
            return Budget.ofTime(Duration.ofMinutes(minutes));
        }
        Budget budget = presetOf(preset).budget();
        // Turns in one process decide what quick compares, and two builds cannot take them: their rounds must be
        // enough.
        return against().isPresent() && presetOf(preset) != Preset.SMOKE
                ? budget.withRounds(Comparisons.minimumRounds())
                : budget;
    }

    private boolean untilDecided() {
        if (untilDecided && (againstJar != null || againstLibrary != null)) {
            throw new UserError(
                    "two builds are compared in rounds of fixed number: option=--until-decided; leave it out");
        }
        return untilDecided;
    }

    private Optional<BaselineFile> against() {
        if (againstJar != null && againstLibrary != null) {
            throw new UserError("two builds to compare with: against=" + againstJar + ", againstLibrary="
                    + againstLibrary + "; name one");
        }
        return Optional.ofNullable(againstJar)
                .map(jar -> new BaselineFile(jar, false))
                .or(() -> Optional.ofNullable(againstLibrary).map(file -> new BaselineFile(file, true)));
    }

    private static Margin marginOf(String text) {
        try {
            return new Margin(Percent.parse(text)
                    .orElseThrow(
                            () -> new UserError("not a percentage: margin=" + text + "; use one such as 1% or 0.5%")));
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + "; use one such as 1%", e);
        }
    }

    /** What repeats the run in a shell. */
    private String command() {
        return "java -jar benchmarks/target/benchmarks.jar run " + preset
                + option("--only", only)
                + libraries.arguments()
                + (untilDecided ? " --until-decided" : "")
                + option("--minutes", minutes)
                + option("--against", againstJar == null ? null : againstJar.getFileName())
                + option("--against-library", againstLibrary == null ? null : againstLibrary.getFileName())
                + option("--margin", margin.equals("1%") ? null : margin);
    }

    private static String option(String name, Object value) {
        return value == null ? "" : " " + name + " " + quoted(value.toString());
    }

    /** A regular expression is full of what a shell takes for its own. */
    static String quoted(String word) {
        return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Preset presetOf(String word) {
        try {
            return NamedConstant.parse(Preset.class, "preset", "preset", word);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new UserError(
                    "not a regular expression: only=" + regex + ", reason=" + e.getDescription()
                            + "; quote what is special",
                    e);
        }
    }
}
