// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.process.ChildProcess;

/**
 * What a build of the suite can be asked, as its own command {@code list} says: strategies, those of them that cannot run
 * here, and workloads with their parameters.
 */
final class AvailableCells {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final String SKIPPED = "SKIPPED";
    private static final String MAIN = "org.nofaultbench.benchmarks.Main";

    private final Set<String> strategies = new HashSet<>();
    private final Map<String, Set<String>> workloads = new HashMap<>();

    private AvailableCells() {}

    /** Asks the build; one that cannot be started is refused. */
    static AvailableCells ofBuild(BuildUnderTest build) {
        AvailableCells cells = parse(output(build));
        if (cells.strategies.isEmpty() || cells.workloads.isEmpty()) {
            throw new UserError("the other build does not say what it can measure: classPath=" + build.classPath()
                    + "; name a benchmarks.jar of this suite");
        }
        return cells;
    }

    static AvailableCells parse(List<String> lines) {
        AvailableCells cells = new AvailableCells();
        cells.read(lines);
        return cells;
    }

    private static List<String> output(BuildUnderTest build) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForkJvm.accessArguments(Runtime.version().feature()));
        command.addAll(build.jvmArguments());
        command.addAll(List.of("-cp", build.classPath(), MAIN, "list"));
        try (ChildProcess list = ChildProcess.startOther(command, TIME_LIMIT)) {
            List<String> lines = list.output().lines().toList();
            if (list.status() != 0) {
                throw new UserError("the other build cannot be started: classPath=" + build.classPath() + ", "
                        + list.end() + ", reason=" + list.firstErrorLine().orElse("none given")
                        + "; name a build of this suite for this machine");
            }
            return lines;
        } catch (IOException e) {
            throw new UserError(
                    "the other build cannot be started: classPath=" + build.classPath() + ", reason=" + e.getMessage()
                            + "; name a build of this suite",
                    e);
        }
    }

    private void read(List<String> lines) {
        String heading = "";
        String last = "";
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                heading = line.strip();
            } else if (heading.equals("Strategies") && line.strip().startsWith(SKIPPED)) {
                strategies.remove(last);
            } else if (heading.equals("Strategies")) {
                last = line.strip().split("\\s+")[0];
                strategies.add(last);
            } else if (heading.equals("Workloads")) {
                addWorkload(line.strip().split("\\s+", 3));
            }
        }
    }

    /** Id, metric, and the values of its parameters: {@code 1080p/copy, 1080p/memcpy}. */
    private void addWorkload(String[] words) {
        workloads.put(words[0], words.length < 3 ? Set.of() : new HashSet<>(Arrays.asList(words[2].split(", "))));
    }

    /** Refuses in one line where a cell is not among them. */
    void checkThatItHas(Cell cell) {
        String strategy = cell.strategy().map(row -> row.id()).orElse("");
        if (!strategy.isEmpty() && !strategies.contains(strategy)) {
            throw lacks(cell, "strategy=" + strategy);
        }
        Set<String> asked = workloads.get(cell.workload().id());
        if (asked == null) {
            throw lacks(cell, "workload=" + cell.workload().id());
        }
        String parameters = String.join("/", cell.ownParameters().values());
        if (!parameters.isEmpty() && !asked.contains(parameters)) {
            throw lacks(cell, "parameters=" + parameters);
        }
    }

    private static UserError lacks(Cell cell, String what) {
        return new UserError(
                "the other build lacks a cell: cell=" + cell.id() + ", " + what + "; leave it out with --only");
    }
}
