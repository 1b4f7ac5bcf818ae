// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.machine.KernelFiles;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.machine.Probes.Probe;
import org.nofaultbench.benchmarks.pair.PairProgram;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.run.SelfCheck;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.Backing;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Placement;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.UnusableLibraryException;
import org.nofaultbench.reports.model.SelfComparison;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Shows what this machine can and cannot run, and why.")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration NOISE_TIME = Duration.ofSeconds(40);
    private static final List<Duration> SHOWN_TIMES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final PrintStream out;

    @Option(names = "--results", paramLabel = "DIR", description = "folder of run folders; default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(
            names = "--noise",
            description =
                    "hold reads against themselves for about 40 s: which differences this machine resolves, in how"
                            + " long")
    private boolean noise;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (noise) {
            print(new SelfCheck(new PairProgram(Probes.requireClient(NofaultLibrary.load())))
                    .measure(List.of(BufferSize.values()), NOISE_TIME, new SecureRandom().nextLong()));
            return 0;
        }
        List<Probe> probes = new ArrayList<>();
        addLibrary(probes);
        probes.add(jmh());
        probes.add(Probe.unless(
                Backing.TMPFS.skipReason(2 * BufferSize.ULTRA_HD.bytes()),
                "shared memory",
                "/dev/shm takes the largest buffer"));
        probes.addAll(new Probes(KernelFiles.ofThisMachine(), results).all());
        probes.forEach(probe -> out.println(probe.line()));
        return 0;
    }

    private static void addLibrary(List<Probe> probes) {
        try {
            NofaultLibrary library = NofaultLibrary.load();
            probes.add(Probe.ok("native library", "loads from " + library.directory()));
            probes.add(Probe.unless(Probes.clientProblem(library), "client", "starts and draws into a memory file"));
            Placement placement = Placement.of(library);
            String cpus = "reader on CPU " + placement.readerCpu() + ", client on CPU " + placement.clientCpu();
            probes.add(Probe.unless(placement.warning().map(warning -> cpus + ": " + warning), "placement", cpus));
            Strategy.rows(library).forEach(strategy -> probes.add(probe(strategy)));
        } catch (UnusableLibraryException e) {
            probes.add(Probe.warning("native library", e.getMessage()));
        }
    }

    private static Probe jmh() {
        try {
            QuietJmh.load();
            return Probe.ok("JMH", "loads in this JVM");
        } catch (UserError | UnusableLibraryException e) {
            return Probe.warning("JMH", e.getMessage());
        }
    }

    private static Probe probe(StrategyInfo strategy) {
        String subject = "strategy " + strategy.id();
        return strategy.skipReason()
                .map(reason -> Probe.notAvailable(subject, reason))
                .orElseGet(() -> Probe.ok(subject, strategy.summary()));
    }

    /** What {@code --noise} prints. */
    void print(List<SelfComparison> comparisons) {
        out.println("unguarded-shared against itself, in turn within one process; the ratio should be 1.");
        out.println("The smallest difference that `pair` finds in four of five cases, by the time that it has for it:");
        out.println("size      forks   ms each    ratio    spread       1 s      10 s      60 s");
        comparisons.forEach(comparison -> out.println(line(comparison)));
        out.println(
                "spread: standard deviation of a fork's ratio; -: too few forks in that time to find any difference");
    }

    private static String line(SelfComparison comparison) {
        double percent = 100 * comparison.deviation();
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%-8s %6d ", comparison.size(), comparison.forks()));
        line.append(
                String.format(Locale.ROOT, "%9.0f %8.4f %8.2f%%", comparison.forkMs(), comparison.ratio(), percent));
        Resolution resolution = new Resolution(comparison.forkMs(), comparison.deviation());
        SHOWN_TIMES.forEach(time -> line.append(' ').append(cell(resolution.after(time))));
        return line.toString();
    }

    private static String cell(Optional<Percent> effect) {
        return effect.map(percent -> String.format(Locale.ROOT, "%8.2f%%", percent.value()))
                .orElseGet(() -> String.format(Locale.ROOT, "%9s", "-"));
    }
}
