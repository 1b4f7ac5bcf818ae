// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nofaultbench.reports.input.InputReader;
import org.nofaultbench.reports.input.RowSelection;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/**
 * Reads a folder of runs and keeps their figures, in the order of their commits where those are listed, otherwise of their start.
 *
 * @param leaveOutBroken whether a run that cannot be read is left out; otherwise the first is an error
 * @param details what JMH files do not carry
 * @param renames new names of benchmarks
 * @param commits in whose order the runs are, or {@link CommitList#NONE}
 */
record HistoryReader(boolean leaveOutBroken, RunDetails details, Renames renames, CommitList commits) {

    private static final Comparator<HistoryRun> TIME = Comparator.comparing(HistoryRun::startedUtc);

    /**
     * What came of it.
     *
     * @param runs in order
     * @param leftOut one line for each run that could not be read
     */
    record Outcome(List<HistoryRun> runs, List<String> leftOut) {}

    /** One run: the figures, or why there are none; the other is null. */
    private record Attempt(HistoryRun run, InputException problem) {}

    /** @param folder of run folders; or of JMH files, each a run, and of folders of them, one file for every module */
    Outcome read(Path folder) {
        List<Attempt> attempts = runs(folder).map(this::attempt).toList();
        List<InputException> problems =
                attempts.stream().map(Attempt::problem).filter(Objects::nonNull).toList();
        List<HistoryRun> runs = attempts.stream()
                .map(Attempt::run)
                .filter(Objects::nonNull)
                .sorted(TIME.thenComparing(HistoryRun::id))
                .toList();
        if (!problems.isEmpty() && (!leaveOutBroken || runs.isEmpty())) {
            throw problems.get(0);
        }
        return new Outcome(
                commits.inOrder(runs, run -> run.suite().commit(), TIME),
                problems.stream().map(InputException::getMessage).toList());
    }

    private Stream<Supplier<HistoryRun>> runs(Path folder) {
        List<Path> files = RunFolder.isRunOrHolds(folder) ? List.of() : InputReader.jmhRunsIn(folder);
        if (files.isEmpty()) {
            return RunFolder.allIn(folder).parallelStream()
                    .map(run -> () -> HistoryRun.fromRun(RunReader.readWithoutLatencies(run)));
        }
        InputReader reader = new InputReader(RowSelection.PRIMARY);
        return files.parallelStream().map(file -> () -> {
            RunDetails.Entry entry = details.entry(file.getFileName().toString());
            return HistoryRun.fromJmh(reader.read(file), entry);
        });
    }

    private Attempt attempt(Supplier<HistoryRun> reading) {
        try {
            return new Attempt(renames.applied(reading.get()), null);
        } catch (InputException e) {
            return new Attempt(null, e);
        }
    }
}
