// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.model.FiguresReader;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;

/**
 * Reads a folder of runs, of which only those that are new or changed since the site's cache was written.
 *
 * @param site where the cache is
 * @param broken what to do with a run that cannot be read
 */
public record HistoryReader(Path site, Broken broken) {

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
     * @param read how many of the runs were read anew
     */
    public record Outcome(List<HistoryRun> runs, List<String> leftOut, int read) {}

    /** One folder: the figures, or why there are none. */
    private record Attempt(Optional<CacheEntry> kept, Optional<InputException> problem, boolean isNew) {}

    public Outcome read(Path folder) {
        FiguresCache cache = new FiguresCache(site);
        Map<String, CacheEntry> known = cache.read();
        List<Attempt> attempts = RunFolder.allIn(folder).parallelStream().map(run -> attempt(run, known)).toList();
        List<InputException> problems = attempts.stream().flatMap(attempt -> attempt.problem().stream()).toList();
        List<CacheEntry> kept = attempts.stream().flatMap(attempt -> attempt.kept().stream()).toList();
        // With many runs to read, those that could be read should not have to be read again when the others are mended.
        if (attempts.stream().anyMatch(Attempt::isNew) || kept.size() != known.size()) {
            cache.write(kept);
        }
        if (!problems.isEmpty() && (broken == Broken.REFUSE || kept.isEmpty())) {
            throw problems.get(0);
        }
        return new Outcome(kept.stream().map(one -> HistoryRun.of(one.folder(), one.figures())).toList(),
                problems.stream().map(InputException::getMessage).toList(),
                (int) attempts.stream().filter(Attempt::isNew).count());
    }

    private static Attempt attempt(RunFolder run, Map<String, CacheEntry> known) {
        String stamp = RunStamp.of(run);
        CacheEntry before = known.get(run.name());
        if (before != null && before.stamp().equals(stamp)) {
            return new Attempt(Optional.of(before), Optional.empty(), false);
        }
        try {
            return new Attempt(Optional.of(new CacheEntry(run.name(), stamp, FiguresReader.read(run))), Optional.empty(), true);
        } catch (InputException e) {
            return new Attempt(Optional.empty(), Optional.of(e), true);
        }
    }
}
