// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.machine.Probes;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.run.ForkJvm;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.ExitCode;

/**
 * Every other command line is JMH's own, with three differences: the strategies come from the registry, what is unknown
 * is refused, and a benchmark that failed ends in a status other than 0. JMH ignores a name in {@code -p NAME=VALUE} that no
 * benchmark has and would report an unknown value as a failed benchmark, with status 0.
 */
public record JmhCommand(PrintStream out, PrintStream err) {

    private static final String STRATEGY = "strategy";

    public int run(String... arguments) throws IOException {
        CommandLineOptions commandLine = parse(arguments);
        if (asksForInformation(commandLine)) {
            org.openjdk.jmh.Main.main(arguments);
            return ExitCode.OK;
        }
        try {
            return measure(complete(commandLine, arguments));
        } catch (NoBenchmarksException e) {
            throw new UserError("no benchmark matches: include=" + commandLine.getIncludes() + "; -l lists them", e);
        } catch (RunnerException e) {
            err.println("the benchmarks did not run: reason=" + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private static CommandLineOptions parse(String... arguments) {
        try {
            return new CommandLineOptions(arguments);
        } catch (CommandLineOptionException e) {
            throw new UserError("not a JMH option: " + e.getMessage() + "; -h shows them, --help the suite's own", e);
        }
    }

    private static boolean asksForInformation(CommandLineOptions commandLine) {
        return commandLine.shouldHelp()
                || commandLine.shouldList()
                || commandLine.shouldListWithParams()
                || commandLine.shouldListProfilers()
                || commandLine.shouldListResultFormats();
    }

    private Options complete(CommandLineOptions commandLine, String... arguments) {
        checkNames(arguments);
        checkLock();
        NofaultLibrary library = Probes.requireClient(NofaultLibrary.load());
        List<String> strategies = strategiesToRun(library, commandLine);
        // JMH gives all forks of a command line the same arguments.
        boolean anyInJava = Strategy.rows(library).stream()
                .anyMatch(row -> row.family() == Family.JVM && strategies.contains(row.id()));
        List<String> jvmArguments = new ArrayList<>(ForkJvm.arguments(anyInJava));
        jvmArguments.addAll(commandLine.getJvmArgsAppend().orElse(List.of()));
        return new OptionsBuilder()
                .parent(commandLine)
                .addProfiler(ForkProfiler.class)
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .param(STRATEGY, strategies.toArray(String[]::new))
                .build();
    }

    /** The strategies to measure: those asked for, or all, without those that cannot run here, which are named. */
    List<String> strategiesToRun(NofaultLibrary library, CommandLineOptions commandLine) {
        checkValues(commandLine, "size", NamedConstant.idsOf(BufferSize.class));
        List<StrategyInfo> rows = Strategy.rows(library);
        List<String> all = rows.stream().map(StrategyInfo::id).toList();
        checkValues(commandLine, STRATEGY, all);
        List<String> wanted = List.copyOf(commandLine.getParameter(STRATEGY).orElse(all));
        List<String> runnable = new ArrayList<>();
        for (String id : wanted) {
            rows.get(all.indexOf(id))
                    .skipReason()
                    .ifPresentOrElse(
                            reason -> err.println("SKIPPED strategy=" + id + ": " + reason), () -> runnable.add(id));
        }
        if (runnable.isEmpty()) {
            throw new UserError("no strategy that was asked for runs here: strategy=" + String.join(",", wanted)
                    + "; `doctor` shows why");
        }
        return runnable;
    }

    static void checkNames(String... arguments) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        Set<String> known = new TreeSet<>();
        BenchmarkList.defaultList()
                .getAll(silent, List.of())
                .forEach(benchmark ->
                        known.addAll(benchmark.getParams().orElse(Map.of()).keySet()));
        for (String name : namesIn(arguments)) {
            if (!known.contains(name)) {
                throw new UserError("unknown parameter: name=" + name + "; nearest: " + Nearest.to(name, known));
            }
        }
    }

    /** JMH's parsed command line answers for a name but does not list them. */
    private static List<String> namesIn(String... arguments) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("-p")) {
                names.add(arguments[i + 1].split("=", 2)[0]);
            }
        }
        return names;
    }

    private static void checkValues(CommandLineOptions commandLine, String name, Collection<String> known) {
        commandLine.getParameter(name).orElse(List.of()).forEach(value -> Nearest.check(name, value, known));
    }

    /** JMH's lock stays where another user ran it, who alone may write it. */
    private static void checkLock() {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        if (!Boolean.getBoolean("jmh.ignoreLock") && Files.exists(lock) && !Files.isWritable(lock)) {
            throw new UserError("JMH's lock file is another user's: file=" + lock
                    + "; delete it, or start Java with -Djmh.ignoreLock=true");
        }
    }

    /** JMH drops a failed benchmark from its results and goes on; here the dropped ones are counted. */
    private int measure(Options options) throws RunnerException, IOException {
        try (PrintStream file = options.getOutput().hasValue()
                ? new PrintStream(options.getOutput().get())
                : null) {
            OutputFormat format = OutputFormatFactory.createFormatInstance(
                    file == null ? out : file, options.verbosity().orElse(VerboseMode.NORMAL));
            AtomicInteger started = new AtomicInteger();
            Collection<RunResult> results = new Runner(options, counting(format, started)).run();
            int failed = started.get() - results.size();
            if (failed > 0) {
                err.println("benchmarks failed: failed=" + failed + ", of=" + started
                        + "; the reasons are in JMH's output");
            }
            return failed > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    /** A proxy, because the interface has fifteen methods and one of them matters. */
    private static OutputFormat counting(OutputFormat format, AtomicInteger started) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("startBenchmark")) {
                started.incrementAndGet();
            }
            try {
                return method.invoke(format, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (OutputFormat) Proxy.newProxyInstance(
                OutputFormat.class.getClassLoader(), new Class<?>[] {OutputFormat.class}, handler);
    }
}
