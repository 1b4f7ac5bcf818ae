// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/** The part of {@code manifest.json} that figures depend on. Proofs, most of a manifest, are passed over unread. */
record SlimManifest(
        int schemaVersion,
        String runId,
        RunStatus status,
        Suite suite,
        String preset,
        String startedUtc,
        List<Strategy> strategies,
        List<Cell> cells) {

    private static final String JAVA = "jvm";

    /** As the fields of the same names in the manifest. */
    record Strategy(String id, String family, boolean standIn) {}

    /** As the fields of the same names in the manifest. */
    record Cell(String id, String strategy, String metric, String unit, String baseline, String skipReason) {}

    /** Nothing where it is not just as it should be. */
    static Optional<SlimManifest> read(SourceFile file) {
        try {
            return Optional.of(Json.bind(file.bytes(Limits.DOCUMENT_BYTES), SlimManifest.class)).filter(SlimManifest::isSound);
        } catch (IOException | InputException e) {
            return Optional.empty();
        }
    }

    private boolean isSound() {
        return schemaVersion == Manifest.SCHEMA_VERSION && isId(runId) && status != null && isId(preset) && isId(startedUtc)
                && suite != null && isId(suite.version()) && isId(suite.commit()) && isId(suite.librarySha256())
                && isId(suite.instructionSet()) && areSound(strategies, cells);
    }

    private static boolean areSound(List<Strategy> strategies, List<Cell> cells) {
        if (strategies == null || cells == null || cells.size() > Limits.ENTRIES || strategies.contains(null)
                || cells.contains(null)) {
            return false;
        }
        Map<String, Cell> byId = new HashMap<>();
        Set<String> known = strategies.stream().map(Strategy::id).collect(Collectors.toSet());
        return known.size() == strategies.size()
                && cells.stream().allMatch(cell -> isId(cell.id()) && isId(cell.metric()) && isId(cell.unit())
                        && (cell.strategy() == null || known.contains(cell.strategy())) && byId.put(cell.id(), cell) == null)
                && cells.stream().allMatch(cell -> hasSoundBaseline(cell, byId));
    }

    private static boolean hasSoundBaseline(Cell cell, Map<String, Cell> byId) {
        Cell baseline = byId.get(cell.baseline());
        return cell.baseline() == null
                || baseline != null && !baseline.id().equals(cell.id()) && baseline.unit().equals(cell.unit());
    }

    static boolean isId(String text) {
        return text != null && !text.isEmpty() && text.length() <= Limits.ID_CHARS;
    }

    static SlimManifest of(Manifest manifest) {
        List<Strategy> strategies = manifest.strategies().stream()
                .map(strategy -> new Strategy(strategy.id(), strategy.family(), strategy.standIn()))
                .toList();
        List<Cell> cells = manifest.cells().stream()
                .map(cell -> new Cell(cell.id(), cell.strategy(), cell.metric(), cell.unit(), cell.baseline(), cell.skipReason()))
                .toList();
        return new SlimManifest(manifest.schemaVersion(), manifest.runId(), manifest.status(), manifest.suite(), manifest.preset(),
                manifest.startedUtc(), strategies, cells);
    }

    /** The run with the figures of its cells, from the samples of its forks. */
    RunFigures with(Environment environment, List<ForkRecord> forks) {
        Map<String, Strategy> strategyOf = strategies.stream().collect(Collectors.toMap(Strategy::id, strategy -> strategy));
        Map<String, Map<Integer, Double>> figures = figures(forks);
        List<CellFigures> measured = cells.stream()
                .filter(cell -> figures.containsKey(cell.id()) && !CellEntry.isEmulated(cell.unit()))
                .map(cell -> measured(cell, Optional.ofNullable(strategyOf.get(cell.strategy())), figures))
                .toList();
        return new RunFigures(runId, startedUtc, status, suite, preset, environment, measured);
    }

    private Map<String, Map<Integer, Double>> figures(List<ForkRecord> forks) {
        Map<String, Cell> byId = cells.stream().collect(Collectors.toMap(Cell::id, cell -> cell));
        Map<String, Map<Integer, Double>> figures = new HashMap<>();
        for (ForkRecord fork : counting(forks)) {
            if (!fork.failed()) {
                figures.computeIfAbsent(fork.cell(), cell -> new TreeMap<>())
                        .put(fork.round(), Estimate.medianOf(fork.samples().get(byId.get(fork.cell()).metric())));
            }
        }
        return figures;
    }

    /** Sorting attempts takes as long as reading them, and most runs have none to sort. */
    private static List<ForkRecord> counting(List<ForkRecord> forks) {
        return forks.stream().anyMatch(ForkRecord::disturbed) ? ForkSelection.counting(forks) : forks;
    }

    private static CellFigures measured(
            Cell cell, Optional<Strategy> strategy, Map<String, Map<Integer, Double>> figures) {
        Map<Integer, Double> own = figures.get(cell.id());
        Map<Integer, Double> baseline = cell.baseline() == null ? Map.of() : figures.getOrDefault(cell.baseline(), Map.of());
        return new CellFigures(cell.id(), cell.metric(), cell.unit(), strategy.filter(of -> JAVA.equals(of.family())).isPresent(),
                strategy.filter(Strategy::standIn).isPresent(), cell.baseline(), Estimate.of(own.values()),
                new PairedRounds(own, baseline).ratio());
    }
}
