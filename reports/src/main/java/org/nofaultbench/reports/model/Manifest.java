// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;

/**
 * {@code manifest.json}: what was run, with which strategies and cells, and whether it may be believed.
 *
 * @param schemaVersion version of the folder's format, {@link #SCHEMA_VERSION} when written by this suite
 * @param runId name of the folder
 * @param status whether the run is whole
 * @param reasons one sentence for each condition that the run missed; empty for {@link RunStatus#OK}
 * @param suite which build measured
 * @param against the build that it is compared with, whose cells have {@code build=base}; null in a run of one build
 * @param preset name of the preset
 * @param plannedRounds rounds that the preset asks for
 * @param deciding how it stopped; null for a run of a fixed number of rounds
 * @param seed seed of the data and of the order of the cells
 * @param startedUtc ISO 8601 instant
 * @param finishedUtc ISO 8601 instant, null while the run is not finished
 * @param command what repeats the run
 * @param proof where the strategies' proven properties come from, null where nothing was proven on this kernel
 * @param strategies every strategy in display order, also the skipped ones
 * @param cells every cell in display order, also the skipped ones
 */
public record Manifest(
        int schemaVersion,
        String runId,
        RunStatus status,
        List<String> reasons,
        Suite suite,
        Suite against,
        String preset,
        int plannedRounds,
        SequentialSettings deciding,
        long seed,
        String startedUtc,
        String finishedUtc,
        String command,
        Proof proof,
        List<StrategyEntry> strategies,
        List<CellEntry> cells) {

    public static final int SCHEMA_VERSION = 1;

    /** The same run, unfinished again. */
    public Manifest unfinished() {
        return withEnd(RunStatus.UNFINISHED, List.of(), plannedRounds, List.of(), null);
    }

    /**
     * The same run, finished.
     *
     * @param rounds that it had
     * @param looks of a run until decided
     * @param failures one sentence for each; empty where there was none
     */
    public Manifest finished(int rounds, List<Integer> looks, List<String> failures, String utc) {
        return withEnd(failures.isEmpty() ? RunStatus.OK : RunStatus.FAIL, failures, rounds, looks, utc);
    }

    private Manifest withEnd(RunStatus end, List<String> failures, int rounds, List<Integer> looks, String utc) {
        SequentialSettings decided =
                deciding == null ? null : new SequentialSettings(deciding.marginPercent(), deciding.limitMs(), looks);
        return new Manifest(
                schemaVersion,
                runId,
                end,
                failures,
                suite,
                against,
                preset,
                rounds,
                decided,
                seed,
                startedUtc,
                utc,
                command,
                proof,
                strategies,
                cells);
    }
}
