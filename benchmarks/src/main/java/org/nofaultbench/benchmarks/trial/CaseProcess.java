// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.NativeException;
import org.nofaultbench.nativelib.NativeFiles;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.StrategyLibrary;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/**
 * One case in a JVM of its own, with a folder for what it leaves behind and a time limit.
 *
 * @param jvmArguments of the child, beside those it needs
 * @param recoveries how long an attacker attacks
 * @param limit time that the child may take
 */
public record CaseProcess(List<String> jvmArguments, int recoveries, Duration limit) {

    /** By the resource limit: -XX:-CreateCoredumpOnCrash would also turn the SIGABRT into an exit. */
    private static final List<String> WITHOUT_CORE_FILE = List.of("/bin/sh", "-c", "ulimit -c 0; exec \"$@\"", "sh");

    private static final String ERROR_FILE = "hs_err.log";
    private static final int SIGNALLED = 128;
    private static final int SIGABRT = 6;

    /** Those that a reader of memory may die of; the numbers are those of x86-64 and aarch64. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(4, "SIGILL", SIGABRT, "SIGABRT", 7, "SIGBUS", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    public Observation observe(StrategyInfo strategy, Trait property) {
        Observation seen;
        try {
            Path folder = Files.createTempDirectory("nofault-case");
            try {
                seen = carryOut(folder, strategy, property);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            seen = new Observation(null, Observed.ERROR, "the child could not be started: " + e.getMessage());
        }
        return new Observation(strategy.has(property), seen.observed(), seen.detail());
    }

    private Observation carryOut(Path folder, StrategyInfo strategy, Trait property) throws IOException {
        try (ChildProcess child = ChildProcess.startOther(command(folder, strategy, property), limit)) {
            String answer = child.nextLine().orElse("");
            int status = child.status();
            if (child.isOverdue()) {
                return new Observation(null, Observed.ERROR, "time limit of " + limit.toSeconds() + " s reached");
            }
            String line = status == 0 ? answer : child.firstErrorLine().orElse("");
            return judge(folder, status, property, line);
        }
    }

    static Observation judge(Path folder, int status, Trait property, String line) {
        if (status == FullFilesystem.REFUSED) {
            return new Observation(null, Observed.SKIPPED, FullFilesystem.REFUSAL);
        }
        if (property == Trait.CRASHES_JVM_OF_REAL_BUG && status == SIGNALLED + SIGABRT) {
            return Files.exists(folder.resolve(ERROR_FILE))
                    ? new Observation(null, Observed.YES, null)
                    : new Observation(null, Observed.NO, "died of SIGABRT without an hs_err file");
        }
        if (status > SIGNALLED) {
            int signal = status - SIGNALLED;
            return new Observation(null, Observed.NO, "died of " + SIGNALS.getOrDefault(signal, "signal " + signal));
        }
        if (status != 0) {
            return new Observation(null, Observed.ERROR, "the child ended with status " + status + ": " + line);
        }
        return CaseResult.parse(line)
                .map(CaseResult::observation)
                .orElseGet(
                        () -> new Observation(null, Observed.ERROR, line.isEmpty() ? "the child said nothing" : line));
    }

    private List<String> command(Path folder, StrategyInfo strategy, Trait property) {
        List<String> command = new ArrayList<>();
        if (property == Trait.SURVIVES_UNBACKABLE_HOLE) {
            command.addAll(FullFilesystem.command(folder, TrialFixture.BYTES));
        } else if (property == Trait.SURVIVES_SCATTERED_HOLES) {
            command.addAll(FullFilesystem.command(folder, FullFilesystem.SCATTERED_BYTES / 2 + TrialFixture.BYTES));
        }
        command.addAll(WITHOUT_CORE_FILE);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:ErrorFile=" + folder.resolve(ERROR_FILE));
        // A child that dies cannot delete what it unpacked, so it unpacks nothing.
        command.add("-D" + NativeFiles.DIRECTORY_PROPERTY + "="
                + NofaultLibrary.load().directory());
        command.addAll(StrategyLibrary.jvmArguments());
        command.add("-D" + FullFilesystem.FOLDER_PROPERTY + "=" + folder);
        command.add("-D" + Attack.RECOVERIES_PROPERTY + "=" + recoveries);
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CaseProcess.class.getName()));
        command.addAll(List.of(strategy.id(), property.id()));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the child does: {@code CaseProcess STRATEGY PROPERTY} carries out one case in this JVM, which may die of it, and prints its result line. */
    public static void main(String[] arguments) {
        NofaultLibrary library = NofaultLibrary.load();
        Strategy strategy = Strategy.find(library, arguments[0]).orElseThrow();
        Trait property = NamedConstant.parse(Trait.class, "property", "property", arguments[1]);
        Observation seen = observe(library, strategy, property);
        System.out.println(new CaseResult(strategy.info().id(), property.id(), seen).ktap(1));
    }

    private static Observation observe(NofaultLibrary library, Strategy strategy, Trait property) {
        boolean declared = strategy.info().has(property);
        try {
            if (property == Trait.CRASHES_JVM_OF_REAL_BUG) {
                haveARealBug(library, strategy);
                return new Observation(declared, Observed.NO, "the JVM went on");
            }
            try (TrialFixture fixture = new TrialFixture((JvmStrategy) strategy)) {
                PropertyTrials.carryOut(property, fixture);
            }
            return new Observation(declared, Observed.YES, null);
        } catch (TrialEnded ended) {
            return new Observation(declared, ended.observed, ended.getMessage());
        } catch (NativeException e) {
            return new Observation(declared, e.isRefusal() ? Observed.SKIPPED : Observed.ERROR, e.getMessage());
        } catch (Exception e) {
            return new Observation(declared, Observed.ERROR, e.toString());
        }
    }

    /** Native code reads a page that is lost, of a pool that nothing protects, while the strategy is in place. */
    private static void haveARealBug(NofaultLibrary library, Strategy strategy) {
        Region whole = Region.whole(TrialFixture.BYTES);
        try (Client client = Client.startFor(library, strategy.info(), TrialFixture.BYTES);
                AttachedPool pool = strategy.attach(client);
                Client other = Client.start(library, TrialFixture.BYTES, false);
                Pool unguarded =
                        Pool.attach(library.strategy("unguarded-shared").orElseThrow(), other)) {
            pool.read(whole, 1);
            other.resize(0);
            unguarded.read(whole, 1);
        }
    }
}
