// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.nofaultbench.benchmarks.CannotBeTested;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.plan.Budget;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.run.Against;
import org.nofaultbench.benchmarks.run.Decisions;
import org.nofaultbench.benchmarks.run.Run;
import org.nofaultbench.benchmarks.run.RunRequest;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run PRESET}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures in rounds and writes a run folder; what is finished is never lost.")
final class RunCommand implements Callable<Integer> {

    private static final long LARGEST_SEED = 1L << 53;
    private static final int MOST_MINUTES = 10_080;

    private final PrintStream out;

    @Parameters(paramLabel = "PRESET", description = "smoke (a minute), quick (minutes), standard (half an hour) or full (hours)")
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
            description = "measure every cell with this benchmarks.jar too and compare the two builds: exit status 1 if a cell"
                    + " is slower than with JAR, 0 if none is, 125 if that cannot be tested (as `git bisect run` wants it)")
    private Path againstJar;

    @Option(
            names = "--against-library",
            paramLabel = "LIB.so",
            description = "the same with this native library in place of JAR")
    private Path againstLibrary;

    @Option(
            names = "--until-decided",
            description = "measure only comparisons that are still open, for --minutes or a fifth of what the preset takes")
    private boolean untilDecided;

    @Option(names = "--margin", paramLabel = "PERCENT", description = "what counts as the same; default: ${DEFAULT-VALUE}")
    private String margin = "1%";

    @Option(
            names = "--report-with",
            paramLabel = "JAR",
            description = "render the page with this reports.jar when the run is over")
    private Path reportsJar;

    @Option(names = "--prove", description = "first `verify`, where no proof is stored for this library on this kernel")
    private boolean prove;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunRequest request = request();
        return request.against().isPresent() ? compare(request) : status(execute(request));
    }

    /** Whatever goes wrong here leaves the question open; `git bisect run` must not take it for the answer. */
    private int compare(RunRequest request) throws InterruptedException {
        try {
            Run.Outcome outcome = execute(request);
            return report(outcome) ? new BuildAnswer(out).status(outcome) : CannotBeTested.STATUS;
        } catch (IOException | RuntimeException e) {
            throw e instanceof CannotBeTested known ? known : new CannotBeTested(e.getMessage(), e);
        }
    }

    private int status(Run.Outcome outcome) throws IOException, InterruptedException {
        return !report(outcome) || outcome.failed() ? 1 : 0;
    }

    private Run.Outcome execute(RunRequest request) {
        NofaultLibrary library = NofaultLibrary.load();
        Proving proving = new Proving(
                new Prover(library, results, KernelFiles.ofThisMachine(), Clock.systemUTC()),
                out,
                Terminal.isStandardOutput());
        return new Run(
                        request,
                        library,
                        prove ? proving::ifNeeded : proving::stored,
                        out,
                        Terminal.isStandardOutput(),
                        Clock.systemUTC())
                .execute();
    }

    /** Whether the page was rendered, where one was asked for. */
    private boolean report(Run.Outcome outcome) throws IOException, InterruptedException {
        outcome.decisions().ifPresent(this::print);
        outcome.reasons().forEach(reason -> out.println("FAIL " + reason));
        out.println("Run: " + outcome.folder());
        return reportsJar == null || report(outcome.folder());
    }

    private void print(Decisions decisions) {
        decisions.lines().forEach(line -> out.println("  " + line));
        out.println(decisions.decided() + " of " + decisions.rows().size() + " comparisons are decided");
    }

    private RunRequest request() {
        return new RunRequest(
                presetOf(preset),
                minutes == null ? presetOf(preset).budget() : Budget.of(Duration.ofMinutes(checked(minutes))),
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

    private boolean untilDecided() {
        if (untilDecided && (againstJar != null || againstLibrary != null)) {
            throw new UserError("two builds are compared in rounds of fixed number: option=--until-decided; leave it out");
        }
        return untilDecided;
    }

    private Optional<Against> against() {
        if (againstJar != null && againstLibrary != null) {
            throw new UserError("two builds to compare with: against=" + againstJar + ", againstLibrary=" + againstLibrary
                    + "; name one");
        }
        return Optional.ofNullable(againstJar)
                .map(jar -> new Against(jar, false))
                .or(() -> Optional.ofNullable(againstLibrary).map(file -> new Against(file, true)));
    }

    private static Margin marginOf(String text) {
        try {
            return new Margin(Percent.parse(text).orElseThrow(() -> new UserError("not a percentage: margin=" + text
                    + "; use one such as 1% or 0.5%")));
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + "; use one such as 1%", e);
        }
    }

    /** What repeats the run in a shell. */
    private String command() {
        return "java -jar benchmarks/target/benchmarks.jar run " + preset
                + (only == null ? "" : " --only " + quoted(only))
                + (untilDecided ? " --until-decided" : "")
                + (minutes == null ? "" : " --minutes " + minutes)
                + (againstJar == null ? "" : " --against " + quoted(againstJar.getFileName().toString()))
                + (againstLibrary == null ? "" : " --against-library " + quoted(againstLibrary.getFileName().toString()))
                + (margin.equals("1%") ? "" : " --margin " + quoted(margin));
    }

    /** A regular expression is full of what a shell takes for its own. */
    private static String quoted(String word) {
        return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static int checked(int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new UserError("not a time for a run: minutes=" + minutes + "; use 1 to " + MOST_MINUTES);
        }
        return minutes;
    }

    private static Preset presetOf(String word) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new UserError("unknown preset: preset=" + word + "; use one of "
                        + Arrays.stream(Preset.values()).map(Preset::id).toList()));
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new UserError("not a regular expression: only=" + regex + ", reason=" + e.getDescription()
                    + "; quote what is special", e);
        }
    }

    /** By another process: the runner knows the result format and no report. */
    private boolean report(Path folder) throws IOException, InterruptedException {
        out.flush();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A process of two seconds is over before the second compiler pays.
        int status = new ProcessBuilder(List.of(
                        java, "-XX:TieredStopAtLevel=1", "-jar", reportsJar.toString(), "html", folder.toString()))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            out.println("the report was not rendered: jar=" + reportsJar + ", status=" + status);
        }
        return status == 0;
    }
}
