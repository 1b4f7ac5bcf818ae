// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.run.CountedRun;
import org.nofaultbench.benchmarks.verify.Prover;
import org.nofaultbench.nativelib.NofaultLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the instructions of an access and of a lost page, user space and kernel together, and writes a run"
                    + " folder.",
            "Needs a clock that counts instructions: that of native/kernel's guest, under an instruction clock."
        })
final class CountCommand implements Callable<Integer> {

    @Mixin
    private StrategyLibraryOption libraries;

    private final PrintStream out;

    @Option(names = "--results", paramLabel = "DIR", description = "folder of run folders; default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(names = "--machine", paramLabel = "LABEL", description = "what to call this machine; default: its CPU")
    private String machine;

    CountCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        NofaultLibrary library = Probes.requireClient(libraries.load());
        Prover prover = new Prover(library, false, results, KernelFiles.ofThisMachine(), Clock.systemUTC());
        Path run = new CountedRun(library, results, prover::storedAndWhole).execute(Optional.ofNullable(machine));
        out.println("Run: " + run);
        return 0;
    }
}
