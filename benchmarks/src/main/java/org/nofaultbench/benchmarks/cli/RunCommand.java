// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.ClientCheck;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.benchmarks.run.BuildComparison;
import org.nofaultbench.benchmarks.run.RunExecutor;
import org.nofaultbench.benchmarks.run.RunRequest;
import org.nofaultbench.benchmarks.verify.Findings;
import org.nofaultbench.benchmarks.verify.Output;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.benchmarks.verify.Selection;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Placement;
import org.nofaultbench.reports.model.StoredProof;
import org.nofaultbench.reports.stats.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Measures in rounds and writes a run folder; what is finished is never lost.")
final class RunCommand implements Callable<Integer> {

    private static final int OK = 0;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final boolean terminal = Terminal.isStandardOutput();

    @Mixin
    private RunOptions options;

    @Option(names = "--report", description = "render the page into the run folder when the run is over")
    private boolean report;

    @Option(names = "--prove", description = "first `verify`, where no proof is stored for this library on this kernel")
    private boolean prove;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        options.library();
        RunRequest request = options.request();
        return request.against().isPresent() ? compare(request) : status(execute(request));
    }

    private int status(RunExecutor.Outcome outcome) {
        return !print(outcome) || outcome.failed() ? FAILED : OK;
    }

    private RunExecutor.Outcome execute(RunRequest request) {
        NofaultLibrary library = ClientCheck.require(NofaultLibrary.load());
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
        int status = SuiteCommand.report(new String[] {"html", folder.toString()}, out, out);
        if (status != OK) {
            out.println("the report was not rendered: status=" + status);
        }
        return status == OK;
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
        return comparison.count(Verdict.SLOWER) > 0 ? FAILED : OK;
    }
}
