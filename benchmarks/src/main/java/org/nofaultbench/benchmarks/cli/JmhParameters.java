// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Checks {@code -p NAME=VALUE}: JMH ignores a name that no benchmark has and would report an unknown value as a failed
 * benchmark, with status 0.
 */
record JmhParameters(NofaultLibrary library, PrintStream err) {

    private static final String STRATEGY = "strategy";
    private static final String SIZE = "size";

    /** The strategies to measure: those asked for, or all, without those that cannot run here, which are named. */
    List<String> strategiesToRun(CommandLineOptions commandLine) {
        checkValues(commandLine, SIZE, BufferSize.ids());
        List<String> all =
                StrategyList.rows(library).stream().map(StrategyInfo::id).toList();
        checkValues(commandLine, STRATEGY, all);
        List<String> wanted = List.copyOf(commandLine.getParameter(STRATEGY).orElse(all));
        List<String> runnable =
                wanted.stream().filter(id -> find(id).runsHere()).toList();
        wanted.stream().map(this::find).filter(strategy -> !strategy.runsHere()).forEach(this::announceSkipped);
        if (runnable.isEmpty()) {
            throw new UserError("no strategy that was asked for runs here: strategy=" + String.join(",", wanted)
                    + "; `doctor` shows why");
        }
        return runnable;
    }

    private StrategyInfo find(String id) {
        return StrategyList.find(library, id).orElseThrow().info();
    }

    private void announceSkipped(StrategyInfo strategy) {
        err.println("SKIPPED strategy=" + strategy.id() + ": "
                + strategy.skipReason().orElseThrow());
    }

    static void checkNames(String... arguments) {
        Set<String> known = knownNames();
        for (String name : namesIn(arguments)) {
            if (!known.contains(name)) {
                throw new UserError("unknown parameter: name=" + name + "; nearest: " + Nearest.to(name, known));
            }
        }
    }

    private static Set<String> knownNames() {
        Set<String> known = new TreeSet<>();
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        for (BenchmarkListEntry benchmark : BenchmarkList.defaultList().getAll(silent, List.of())) {
            if (benchmark.getParams().hasValue()) {
                known.addAll(benchmark.getParams().get().keySet());
            }
        }
        return known;
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
}
