// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.machine.ClientCheck;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probe;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.run.SelfCheck;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Shows what this machine can and cannot run, and why.")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration NOISE_TIME = Duration.ofSeconds(40);

    private final PrintStream out;

    @Option(names = "--results", paramLabel = "DIR", description = "folder of run folders; default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(
            names = "--noise",
            description =
                    "hold reads against themselves for about 40 s: which differences this machine resolves, in how long")
    private boolean noise;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        NofaultLibrary library = NofaultLibrary.load();
        if (noise) {
            new NoiseText(out)
                    .print(new SelfCheck(new PairProgram(library))
                            .measure(List.of(BufferSize.values()), NOISE_TIME, new SecureRandom().nextLong()));
            return 0;
        }
        List<Probe> probes = Stream.concat(
                        Stream.concat(
                                Stream.of(client(library)),
                                StrategyList.rows(library).stream().map(DoctorCommand::probe)),
                        new Probes(KernelFiles.ofThisMachine(), results).all().stream())
                .toList();
        probes.forEach(probe -> out.println(probe.line()));
        return 0;
    }

    private static Probe client(NofaultLibrary library) {
        return ClientCheck.problem(library)
                .map(problem -> Probe.warning("client", problem))
                .orElseGet(() -> Probe.ok("client", "starts and draws into a memory file"));
    }

    private static Probe probe(StrategyInfo strategy) {
        String subject = "strategy " + strategy.id();
        return strategy.skipReason()
                .map(reason -> Probe.notAvailable(subject, reason))
                .orElseGet(() -> Probe.ok(subject, strategy.summary()));
    }
}
