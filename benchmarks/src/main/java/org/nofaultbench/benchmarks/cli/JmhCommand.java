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
import java.util.concurrent.atomic.AtomicInteger;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.jmh.ForkProfiler;
import org.nofaultbench.benchmarks.machine.ClientCheck;
import org.nofaultbench.benchmarks.run.ForkJvm;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.openjdk.jmh.results.RunResult;
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

/**
 * Every other command line is JMH's own, with three differences: the strategies come from the registry, what is unknown
 * is refused, and a benchmark that failed ends in a status other than 0.
 */
public final class JmhCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;

    public JmhCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(String... arguments) throws IOException {
        CommandLineOptions commandLine = parse(arguments);
        if (asksForInformation(commandLine)) {
            org.openjdk.jmh.Main.main(arguments);
            return OK;
        }
        try {
            return measure(complete(commandLine, arguments));
        } catch (NoBenchmarksException e) {
            throw new UserError("no benchmark matches: include=" + commandLine.getIncludes() + "; -l lists them", e);
        } catch (RunnerException e) {
            err.println("the benchmarks did not run: reason=" + e.getMessage());
            return FAILED;
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
        JmhParameters.checkNames(arguments);
        checkLock();
        NofaultLibrary library = ClientCheck.require(NofaultLibrary.load());
        List<String> strategies = new JmhParameters(library, err).strategiesToRun(commandLine);
        // JMH gives all forks of a command line the same arguments.
        boolean anyInJava = StrategyList.rows(library).stream()
                .anyMatch(row -> row.family() == Family.JVM && strategies.contains(row.id()));
        List<String> jvmArguments = new ArrayList<>(ForkJvm.arguments(anyInJava));
        jvmArguments.addAll(commandLine.getJvmArgsAppend().orElse(List.of()));
        return new OptionsBuilder()
                .parent(commandLine)
                .addProfiler(ForkProfiler.class)
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .param("strategy", strategies.toArray(String[]::new))
                .build();
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
            return failed > 0 ? FAILED : OK;
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
