// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What a history keeps of a run: who measured what where, and the figures, without the samples that they were made from.
 *
 * @param runId name of the run
 * @param startedUtc ISO 8601 instant
 * @param status whether the run is whole
 * @param suite which build measured
 * @param preset name of the preset
 * @param environment the machine
 * @param cells those with a figure, in display order
 */
public record RunFigures(
        String runId,
        String startedUtc,
        RunStatus status,
        Suite suite,
        String preset,
        Environment environment,
        List<CellFigures> cells) {

    private static final String JAVA = "jvm";

    static RunFigures fromRun(Run run) {
        Manifest manifest = run.manifest();
        Map<String, StrategyEntry> strategies =
                manifest.strategies().stream().collect(Collectors.toMap(StrategyEntry::id, strategy -> strategy));
        Map<String, Map<Integer, Double>> rounds = figuresByRound(run);
        List<CellFigures> cells = manifest.cells().stream()
                .filter(cell -> rounds.containsKey(cell.id()) && !CellEntry.isEmulated(cell.unit()))
                .map(cell -> figures(cell, Optional.ofNullable(strategies.get(cell.strategy())), rounds))
                .toList();
        return new RunFigures(
                manifest.runId(),
                manifest.startedUtc(),
                manifest.status(),
                manifest.suite(),
                manifest.preset(),
                run.environment(),
                cells);
    }

    /** Cell id to the median of the samples of each round's fork. */
    private static Map<String, Map<Integer, Double>> figuresByRound(Run run) {
        Map<String, String> metrics =
                run.manifest().cells().stream().collect(Collectors.toMap(CellEntry::id, CellEntry::metric));
        Map<String, Map<Integer, Double>> rounds = new HashMap<>();
        for (ForkRecord fork : ForkSelection.counting(run.forks())) {
            if (!fork.failed()) {
                rounds.computeIfAbsent(fork.cell(), cell -> new TreeMap<>())
                        .put(fork.round(), Estimate.medianOf(fork.samples().get(metrics.get(fork.cell()))));
            }
        }
        return rounds;
    }

    private static CellFigures figures(
            CellEntry cell, Optional<StrategyEntry> strategy, Map<String, Map<Integer, Double>> rounds) {
        Map<Integer, Double> own = rounds.get(cell.id());
        Map<Integer, Double> baseline =
                cell.baseline() == null ? Map.of() : rounds.getOrDefault(cell.baseline(), Map.of());
        // A thousand runs name the same cells; one copy of each name is enough.
        return new CellFigures(
                cell.id().intern(),
                cell.metric().intern(),
                cell.unit().intern(),
                strategy.filter(entry -> JAVA.equals(entry.family())).isPresent(),
                strategy.filter(StrategyEntry::standIn).isPresent(),
                cell.baseline() == null ? null : cell.baseline().intern(),
                Estimate.of(own.values()),
                new PairedRounds(own, baseline).ratio());
    }

    /**
     * The figures of a cell.
     *
     * @param id of the cell, such as {@code BufferRead.warm/guard-pool/1080p}
     * @param metric whose figure it is
     * @param unit of the figure; smaller is better
     * @param inJava whether its loop is in Java, so that another library changes nothing and another commit may
     * @param standIn whether its strategy stands in for another
     * @param baseline id of the cell that it is compared with; null where it is compared with none
     * @param figure in the unit
     * @param ratio to the baseline, paired by round; empty where one of the two has no figure
     */
    public record CellFigures(
            String id,
            String metric,
            String unit,
            boolean inJava,
            boolean standIn,
            String baseline,
            Estimate figure,
            Optional<Estimate> ratio) {}
}
