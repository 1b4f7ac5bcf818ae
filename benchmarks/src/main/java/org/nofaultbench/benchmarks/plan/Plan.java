// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nofaultbench.benchmarks.plan.Cell.Build;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Comparisons;

/**
 * The cells of a run, in display order, and the random order in which a round runs them.
 *
 * @param comparesPeers whether a read loop is compared with its peer
 */
public record Plan(List<Cell> cells, boolean comparesPeers) {

    private static final long ROUNDS_OF_A_SEED = 1_000_003;

    public Plan {
        cells = List.copyOf(cells);
    }

    /**
     * Every benchmark of the preset with every strategy, also those that cannot run here.
     *
     * @param only ids of the cells that are wanted
     */
    public static Plan ofPreset(Preset preset, List<StrategyInfo> strategies, Predicate<String> only) {
        List<Cell> cells = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            List<Optional<StrategyInfo>> rows = workload.hasStrategy()
                    ? strategies.stream().map(Optional::of).toList()
                    : List.of(Optional.empty());
            for (Parameters parameters : workload.parameters(preset)) {
                for (Optional<StrategyInfo> strategy : rows) {
                    Optional<String> notInPreset =
                            strategy.flatMap(row -> workload.entry.parameters().notInPreset(preset, parameters, row));
                    cells.add(new Cell(workload, strategy, parameters, notInPreset));
                }
            }
        }
        // A peer is another read loop, which cannot take turns: its rounds have to be enough for a verdict.
        boolean enoughRounds = preset.budget().rounds() >= Comparisons.minimumRounds();
        return new Plan(cells.stream().filter(cell -> only.test(cell.id())).toList(), enoughRounds);
    }

    /** The same cells of two builds: each of the new one is compared with its twin of the base. */
    public Plan forTwoBuilds() {
        return new Plan(
                cells.stream()
                        .flatMap(cell -> Stream.of(cell.withBuild(Build.NEW), cell.withBuild(Build.BASE)))
                        .toList(),
                comparesPeers);
    }

    public boolean comparesBuilds() {
        return cells.stream().anyMatch(cell -> cell.build().isPresent());
    }

    /** The cell of that id, which is one of these. */
    public Cell cell(String id) {
        return cells.stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }

    public List<Cell> runnable() {
        return cells.stream().filter(cell -> cell.skipReason().isEmpty()).toList();
    }

    /**
     * The runnable cells in the order of one round; the same seed and round give the same order. Of two builds, a cell and its
     * twin follow one another, either first: what the machine does to one it does to the other.
     */
    public List<Cell> order(long seed, int round) {
        List<Cell> order = new ArrayList<>(runnable());
        order.removeIf(cell -> cell.build().equals(Optional.of(Build.BASE)));
        // One number, which the library spreads over the state: from a state of small numbers the first choices are
        // hardly random.
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed * ROUNDS_OF_A_SEED + round);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order.stream().flatMap(cell -> withTwin(cell, random)).toList();
    }

    private static Stream<Cell> withTwin(Cell cell, UniformRandomProvider random) {
        if (cell.build().isEmpty()) {
            return Stream.of(cell);
        }
        Cell twin = cell.withBuild(Build.BASE);
        return random.nextBoolean() ? Stream.of(cell, twin) : Stream.of(twin, cell);
    }

    /** Every runnable cell that is compared, with the runnable one that it is compared with, in display order. */
    public Map<Cell, Cell> comparisons() {
        Map<Cell, Cell> comparisons = new LinkedHashMap<>();
        for (Cell cell : runnable()) {
            baseline(cell)
                    .filter(other -> other.skipReason().isEmpty())
                    .ifPresent(other -> comparisons.put(cell, other));
        }
        return comparisons;
    }

    /**
     * The manifest's list of cells.
     *
     * @param timeUnit such as {@code ns/op}
     */
    public List<CellEntry> entries(String timeUnit) {
        return cells.stream()
                .map(cell -> cell.entry(baseline(cell).map(Cell::id), timeUnit))
                .toList();
    }

    private Optional<Cell> baseline(Cell cell) {
        if (cell.build().isPresent()) {
            return cell.build().filter(build -> build == Build.NEW).map(build -> cell.withBuild(Build.BASE));
        }
        return cells.stream()
                .filter(other -> !other.equals(cell) && isBaselineOf(other, cell))
                .findFirst();
    }

    private boolean isBaselineOf(Cell candidate, Cell cell) {
        return cell.strategy()
                .map(strategy -> isBaselineOf(candidate, cell, strategy))
                .orElseGet(() -> cell.workload().isComparedWith(candidate.workload()));
    }

    /** A baseline strategy that this benchmark skips leaves the others without a baseline. */
    private boolean isBaselineOf(Cell candidate, Cell cell, StrategyInfo strategy) {
        Optional<String> baseline = cell.workload().baselineOf(strategy.family());
        Optional<Parameters> parameters = comparesPeers && baseline.equals(Optional.of(strategy.id()))
                ? cell.workload().peerOf(cell.parameters())
                : Optional.of(cell.parameters());
        return candidate.workload() == cell.workload()
                && parameters.equals(Optional.of(candidate.parameters()))
                && candidate.strategy().map(StrategyInfo::id).equals(baseline)
                && candidate.skipReason().isEmpty();
    }
}
