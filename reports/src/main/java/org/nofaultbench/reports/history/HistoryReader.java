// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nofaultbench.reports.input.InputReader;
import org.nofaultbench.reports.input.RowSelection;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/**
 * Reads a folder of runs and keeps their figures.
 *
 * @param broken what to do with a run that cannot be read
 * @param details what JMH files do not carry
 * @param renames new names of benchmarks
 * @param order of the runs
 */
record HistoryReader(Broken broken, RunDetails details, Renames renames, RunOrder order) {

    /** What to do with a run that cannot be read. */
    enum Broken {
        REFUSE,
        LEAVE_OUT
    }

    /**
     * What came of it.
     *
     * @param runs in order
     * @param leftOut one line for each run that could not be read
     */
    record Outcome(List<HistoryRun> runs, List<String> leftOut) {}

    /** One run: the figures, or why there are none. */
    private record Attempt(Optional<HistoryRun> run, Optional<InputException> problem) {}

    /** @param folder of run folders; or of JMH files, each a run, and of folders of them, one file for every module */
    Outcome read(Path folder) {
        List<Attempt> attempts = runs(folder).map(this::attempt).toList();
        List<InputException> problems =
                attempts.stream().flatMap(attempt -> attempt.problem().stream()).toList();
        List<HistoryRun> runs = attempts.stream()
                .flatMap(attempt -> attempt.run().stream())
                .sorted(order.comparator())
                .toList();
        if (!problems.isEmpty() && (broken == Broken.REFUSE || runs.isEmpty())) {
            throw problems.get(0);
        }
        return new Outcome(
                runs, problems.stream().map(InputException::getMessage).toList());
    }

    private Stream<Supplier<HistoryRun>> runs(Path folder) {
        List<Path> files = RunFolder.isRunOrHolds(folder) ? List.of() : InputReader.jmhRunsIn(folder);
        if (files.isEmpty()) {
            return RunFolder.allIn(folder).parallelStream()
                    .map(run -> () -> HistoryRun.fromRun(RunReader.readWithoutLatencies(run)));
        }
        InputReader reader = new InputReader(new RowSelection(Optional.empty(), Optional.empty()));
        return files.parallelStream().map(file -> () -> {
            RunDetails.Entry entry = details.of(file.getFileName().toString());
            return HistoryRun.fromJmh(reader.read(file), entry);
        });
    }

    private Attempt attempt(Supplier<HistoryRun> reading) {
        try {
            HistoryRun run = renames.applied(reading.get());
            order.check(run);
            return new Attempt(Optional.of(run), Optional.empty());
        } catch (InputException e) {
            return new Attempt(Optional.empty(), Optional.of(e));
        }
    }
}
