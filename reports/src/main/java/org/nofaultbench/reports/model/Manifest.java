// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
@RecordBuilder
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
        List<CellEntry> cells)
        implements ManifestBuilder.With {

    public static final int SCHEMA_VERSION = 1;

    public Manifest {
        Checks.id(runId, "/runId");
        Checks.present(status, "/status");
        Checks.elements(reasons, "/reasons");
        Checks.present(suite, "/suite");
        Checks.id(preset, "/preset");
        Checks.range(plannedRounds >= 1, "/plannedRounds", plannedRounds);
        Checks.id(startedUtc, "/startedUtc");
        Checks.present(command, "/command");
        Checks.elements(strategies, "/strategies");
        Checks.elements(cells, "/cells");
        checkStrategies(strategies);
        checkCells(cells, strategies.stream().map(StrategyEntry::id).collect(Collectors.toSet()));
    }

    /** Every property becomes a column, so there is a bound on them. */
    private static void checkStrategies(List<StrategyEntry> strategies) {
        Set<String> ids = new HashSet<>();
        Set<String> properties = new HashSet<>();
        for (int i = 0; i < strategies.size(); i++) {
            StrategyEntry strategy = strategies.get(i);
            String at = "/strategies/" + i;
            Checks.that(ids.add(strategy.id()), "id is used twice", at + "/id", strategy.id());
            properties.addAll(strategy.declared());
            properties.addAll(
                    strategy.proven() == null ? Set.of() : strategy.proven().keySet());
            Checks.that(properties.size() <= Limits.PROPERTIES, "too many properties", at, properties.size());
        }
    }

    private static void checkCells(List<CellEntry> cells, Set<String> strategies) {
        Map<String, CellEntry> byId = new HashMap<>();
        Map<List<Object>, String> byCoordinates = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            CellEntry cell = cells.get(i);
            String at = "/cells/" + i;
            Checks.that(
                    cell.strategy() == null || strategies.contains(cell.strategy()),
                    "strategy is unknown",
                    at + "/strategy",
                    cell.strategy());
            Checks.that(byId.put(cell.id(), cell) == null, "id is used twice", at + "/id", cell.id());
            String twin = byCoordinates.put(
                    List.of(cell.benchmark(), cell.workload(), String.valueOf(cell.strategy()), cell.parameters()),
                    cell.id());
            Checks.that(twin == null, "cell has the same coordinates as another", at, twin);
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).baseline() != null) {
                checkBaseline(cells.get(i), byId.get(cells.get(i).baseline()), "/cells/" + i + "/baseline");
            }
        }
    }

    private static void checkBaseline(CellEntry cell, CellEntry baseline, String at) {
        Checks.that(baseline != null, "baseline is an unknown cell", at, cell.baseline());
        Checks.that(cell != baseline, "cell is its own baseline", at, cell.baseline());
        Checks.that(cell.unit().equals(baseline.unit()), "baseline has another unit", at, baseline.unit());
    }

    /** The same run, unfinished again. */
    public Manifest unfinished() {
        return with(run -> run.status(RunStatus.UNFINISHED)
                .reasons(List.of())
                .finishedUtc(null)
                .deciding(afterLooks(List.of())));
    }

    /**
     * The same run, finished.
     *
     * @param rounds that it had
     * @param looks of a run until decided
     * @param failures one sentence for each; empty where there was none
     */
    public Manifest finished(int rounds, List<Integer> looks, List<String> failures, String utc) {
        return with(run -> run.status(failures.isEmpty() ? RunStatus.OK : RunStatus.FAIL)
                .reasons(failures)
                .plannedRounds(rounds)
                .finishedUtc(utc)
                .deciding(afterLooks(looks)));
    }

    private SequentialSettings afterLooks(List<Integer> looks) {
        return deciding == null ? null : new SequentialSettings(deciding.marginPercent(), deciding.limitMs(), looks);
    }
}
