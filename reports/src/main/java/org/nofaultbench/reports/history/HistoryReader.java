// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

/**
 * Reads a folder of runs and keeps their figures.
 *
 * @param broken what to do with a run that cannot be read
 */
public record HistoryReader(Broken broken) {

    /** What to do with a run that cannot be read. */
    public enum Broken {
        REFUSE,
        LEAVE_OUT
    }

    /**
     * What came of it.
     *
     * @param runs in the order of time
     * @param leftOut one line for each run that could not be read
     */
    public record Outcome(List<HistoryRun> runs, List<String> leftOut) {}

    /** One folder: the figures, or why there are none. */
    private record Attempt(Optional<HistoryRun> run, Optional<InputException> problem) {}

    public Outcome read(Path folder) {
        List<Attempt> attempts = RunFolder.allIn(folder).parallelStream()
                .map(HistoryReader::attempt)
                .toList();
        List<InputException> problems =
                attempts.stream().flatMap(attempt -> attempt.problem().stream()).toList();
        List<HistoryRun> runs =
                attempts.stream().flatMap(attempt -> attempt.run().stream()).toList();
        if (!problems.isEmpty() && (broken == Broken.REFUSE || runs.isEmpty())) {
            throw problems.get(0);
        }
        return new Outcome(
                runs, problems.stream().map(InputException::getMessage).toList());
    }

    private static Attempt attempt(RunFolder folder) {
        try {
            return new Attempt(
                    Optional.of(HistoryRun.fromRun(RunReader.readWithoutLatencies(folder))), Optional.empty());
        } catch (InputException e) {
            return new Attempt(Optional.empty(), Optional.of(e));
        }
    }
}
