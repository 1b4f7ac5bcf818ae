// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.nofaultbench.benchmarks.CannotBeTested;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.run.Decisions;
import org.nofaultbench.benchmarks.run.Run;
import org.nofaultbench.benchmarks.run.RunRequest;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.nativelib.NofaultLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run PRESET}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures in rounds and writes a run folder; what is finished is never lost.")
final class RunCommand implements Callable<Integer> {

    private final PrintStream out;

    @Mixin
    private RunOptions options;

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
        RunRequest request = options.request();
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
                new Prover(library, request.results(), KernelFiles.ofThisMachine(), Clock.systemUTC()),
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
