// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.Optional;

/**
 * Reads the figures of a run and nothing else, a thousand runs in seconds. What is in any way unusual is left to {@link RunReader},
 * which tells what may be tolerated and has the words for what may not, so that there is one reader that decides.
 */
public final class FiguresReader {

    private FiguresReader() {}

    /** The figures, or one line about what is wrong with the run. */
    public static RunFigures read(RunFolder folder) {
        return quick(folder).orElseGet(() -> thorough(folder));
    }

    static Optional<RunFigures> quick(RunFolder folder) {
        Optional<SlimManifest> manifest = SlimManifest.read(folder.manifest());
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        return QuickJournal.read(folder.journal(), manifest.get())
                .map(forks -> manifest.get().with(RunReader.environment(folder.environment()), forks));
    }

    static RunFigures thorough(RunFolder folder) {
        Run run = RunReader.read(folder);
        return SlimManifest.of(run.manifest()).with(run.environment(), run.forks());
    }
}
