// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.process.ChildProcess;
import org.nofaultbench.nativelib.StrategyInfo;

/**
 * What a build of the suite can be asked, as its own command {@code list} says.
 *
 * @param strategies those that run here
 * @param workloads with the values of their parameters, such as {@code 1080p/copy}
 */
record AvailableCells(Set<String> strategies, Map<String, Set<String>> workloads) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final String MAIN = "org.nofaultbench.benchmarks.Main";

    /** Asks the build; one that cannot be started is refused. */
    static AvailableCells ofBuild(BuildUnderTest build) {
        String cannotBeStarted = "the other build cannot be started: classPath=" + build.classPath() + ", ";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkJvm.accessArguments());
        command.addAll(build.jvmArguments());
        command.addAll(List.of("-cp", build.classPath(), MAIN, "list"));
        try (ChildProcess list = ChildProcess.startOther(command, TIME_LIMIT)) {
            AvailableCells cells = parse(list.output().lines().toList());
            if (list.status() != 0) {
                throw new UserError(cannotBeStarted + list.end() + ", reason="
                        + list.firstErrorLine().orElse("none given") + "; name a build of this suite for this machine");
            }
            if (cells.strategies.isEmpty() || cells.workloads.isEmpty()) {
                throw new UserError("the other build does not say what it can measure: classPath=" + build.classPath()
                        + "; name a benchmarks.jar of this suite");
            }
            return cells;
        } catch (IOException e) {
            throw new UserError(cannotBeStarted + "reason=" + e.getMessage() + "; name a build of this suite", e);
        }
    }

    static AvailableCells parse(List<String> lines) {
        AvailableCells cells = new AvailableCells(new HashSet<>(), new HashMap<>());
        String heading = "";
        String last = "";
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", 3);
            if (!line.startsWith(" ")) {
                heading = line.strip();
            } else if (heading.equals("Strategies") && words[0].startsWith("SKIPPED")) {
                cells.strategies.remove(last);
            } else if (heading.equals("Strategies")) {
                last = words[0];
                cells.strategies.add(last);
            } else if (heading.equals("Workloads")) {
                cells.workloads.put(words[0], words.length < 3 ? Set.of() : Set.of(words[2].split(", ")));
            }
        }
        return cells;
    }

    /** Refuses in one line where a cell is not among them. */
    void checkThatItHas(Cell cell) {
        String strategy = cell.strategy().map(StrategyInfo::id).orElse("");
        String workload = cell.workload().id();
        String parameters = String.join("/", cell.ownParameters().values());
        check(strategy.isEmpty() || strategies.contains(strategy), cell, "strategy=" + strategy);
        check(workloads.containsKey(workload), cell, "workload=" + workload);
        check(parameters.isEmpty() || workloads.get(workload).contains(parameters), cell, "parameters=" + parameters);
    }

    private static void check(boolean has, Cell cell, String what) {
        if (!has) {
            throw new UserError(
                    "the other build lacks a cell: cell=" + cell.id() + ", " + what + "; leave it out with --only");
        }
    }
}
