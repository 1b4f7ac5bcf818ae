// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.benchmarks.verify.Findings;
import org.nofaultbench.benchmarks.verify.Output;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.benchmarks.verify.Selection;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.StoredProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Proves by experiment what each strategy survives, and stores it for this library on this kernel.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private StrategyLibraryOption libraries;

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--table", description = "print strategies and properties as a table, not line by line (KTAP)")
    private boolean table;

    @Option(names = "--results", paramLabel = "DIR", description = "folder of run folders; default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(names = "--strategy", paramLabel = "ID", description = "only this one, and others so named; stores nothing")
    private List<String> strategies = new ArrayList<>();

    @Option(names = "--property", paramLabel = "ID", description = "only this one, and others so named; stores nothing")
    private List<String> properties = new ArrayList<>();

    @Option(names = "--recoveries", paramLabel = "N", description = "of the short stress; default: ${DEFAULT-VALUE}")
    private int recoveries = Selection.USUAL_RECOVERIES;

    @Option(
            names = "--native-only",
            description = "the strategies in C, without a JVM a case; those in Java stay unproven")
    private boolean nativeOnly;

    @Option(names = "--if-needed", description = "do nothing where the proof is stored already")
    private boolean ifNeeded;

    VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        NofaultLibrary library = Probes.requireClient(libraries.load());
        Prover prover = new Prover(library, nativeOnly, results, KernelFiles.ofThisMachine(), Clock.systemUTC());
        Selection wanted = wanted(prover);
        Optional<StoredProof> stored = ifNeeded ? prover.storedAndWhole() : Optional.empty();
        if (stored.isEmpty()) {
            return verify(prover, wanted);
        }
        Findings findings = new Findings(stored.get());
        out.println("already proven on " + stored.get().observedUtc() + ": " + findings.summary() + " ("
                + prover.file().orElseThrow() + ")");
        return findings.notOk() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Selection wanted(Prover prover) {
        strategies.forEach(id -> Nearest.check("strategy", id, prover.strategies()));
        properties.forEach(id -> Nearest.check("property", id, prover.properties()));
        if (recoveries < 1) {
            throw new UserError("too few recoveries: recoveries=" + recoveries + "; take 1 or more");
        }
        return new Selection(strategies, properties, recoveries);
    }

    private int verify(Prover prover, Selection wanted) {
        Output output = table ? Output.table(out, Terminal.isStandardOutput()) : Output.ktap(out);
        Prover.Outcome outcome = prover.prove(wanted, command(), output);
        if (outcome.failure().isPresent()) {
            err.println(outcome.failure().get());
            return ExitCode.SOFTWARE;
        }
        out.println((table ? "" : "# ") + kept(outcome, prover));
        Findings findings = outcome.findings();
        findings.firstNotOk()
                .ifPresent(first -> err.println("properties are not as declared: notOk=" + findings.notOk() + ", of="
                        + findings.cases() + ", first=" + first + "; --table shows them all"));
        return findings.notOk() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String kept(Prover.Outcome outcome, Prover prover) {
        return outcome.stored()
                .map(file -> "Proof: " + file)
                .orElse(
                        prover.file().isPresent()
                                ? "not stored, because it is a part of the experiments"
                                : "not stored, because this kernel shows no build id in /sys/kernel/notes");
    }

    private String command() {
        return "java -jar benchmarks/target/benchmarks.jar verify"
                + (nativeOnly ? " --native-only" : "")
                + (recoveries == Selection.USUAL_RECOVERIES ? "" : " --recoveries " + recoveries);
    }
}
