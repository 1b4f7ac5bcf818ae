// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.List;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.RunFigures;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.Suite;

/** A run in the shape that it has in the cache; fields as in {@link CacheEntry} and {@link RunFigures}. */
record CachedRun(
        String folder,
        String stamp,
        String runId,
        String startedUtc,
        RunStatus status,
        Suite suite,
        String preset,
        Environment environment,
        List<CachedCell> cells) {

    static CachedRun of(CacheEntry kept) {
        RunFigures run = kept.figures();
        return new CachedRun(kept.folder(), kept.stamp(), run.runId(), run.startedUtc(), run.status(), run.suite(), run.preset(),
                run.environment(), run.cells().stream().map(CachedCell::of).toList());
    }

    boolean isWhole() {
        return folder != null && stamp != null && runId != null && startedUtc != null && status != null && suite != null
                && suite.commit() != null && suite.librarySha256() != null && suite.instructionSet() != null && preset != null
                && environment != null && environment.machine() != null && cells != null
                && cells.stream().allMatch(cell -> cell != null && cell.isWhole());
    }

    CacheEntry kept() {
        return new CacheEntry(folder, stamp, new RunFigures(runId, startedUtc, status, suite, preset, environment,
                cells.stream().map(CachedCell::figures).toList()));
    }
}
