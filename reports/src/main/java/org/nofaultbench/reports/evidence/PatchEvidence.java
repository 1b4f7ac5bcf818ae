// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.PropertyMatrix;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What the evidence is made from.
 *
 * @param run the run whose figures are shown; the patched kernel's where there are two
 * @param unpatched the same suite on the kernel without the patch; empty where one run is all there is
 * @param ratios of the times of both; empty as above
 */
record PatchEvidence(Analysis run, Optional<Analysis> unpatched, Optional<KernelRatios> ratios) {

    private static final String NO_FAULT = "nofault";
    private static final String TIME = "ns/op";

    /** Of one kernel. */
    static PatchEvidence of(Analysis run) {
        return new PatchEvidence(run, Optional.empty(), Optional.empty());
    }

    static PatchEvidence of(Boots unpatched, Boots patched) {
        return new PatchEvidence(
                patched.shown(), Optional.of(unpatched.shown()), Optional.of(new KernelRatios(unpatched, patched)));
    }

    List<StrategyEntry> strategies() {
        return run.run().manifest().strategies();
    }

    /** The no-fault mapping: the kernel's own where the run has its figures, otherwise what stands in for it. */
    Optional<StrategyEntry> subject() {
        List<StrategyEntry> measured = strategies().stream()
                .filter(strategy -> isNoFault(strategy)
                        && run.cells().stream()
                                .anyMatch(
                                        cell -> strategy.id().equals(cell.cell().strategy())
                                                && !cell.figures().isEmpty()))
                .toList();
        return measured.stream()
                .filter(strategy -> !strategy.standIn())
                .findFirst()
                .or(() -> measured.stream().findFirst());
    }

    /** Whether the kernel of the run has the flag, so that what is said of it is measured and not stood in for. */
    boolean hasFlag() {
        return subject().filter(strategy -> !strategy.standIn()).isPresent();
    }

    /** The strategies that a kernel without the flag cannot run, and why. */
    List<StrategyEntry> missing() {
        return strategies().stream()
                .filter(strategy -> isNoFault(strategy) && !strategy.standIn() && strategy.skipped())
                .toList();
    }

    static boolean isNoFault(StrategyEntry strategy) {
        return strategy.family().equals(NO_FAULT);
    }

    boolean isNoFault(CellResult cell) {
        return isOfFamily(cell, NO_FAULT);
    }

    boolean isOfFamily(CellResult cell, String family) {
        return strategies().stream()
                .anyMatch(strategy -> strategy.family().equals(family)
                        && strategy.id().equals(cell.cell().strategy()));
    }

    /** Cells whose figures are times; what an emulated CPU took is none. */
    List<CellResult> times(String benchmark) {
        return run.measured(benchmark).stream().filter(PatchEvidence::isTime).toList();
    }

    static boolean isTime(CellResult cell) {
        return cell.cell().unit().equals(TIME);
    }

    /** Whether the run's CPU was a program, whose times say nothing of any machine's. */
    boolean isEmulated() {
        return run.cells().stream().anyMatch(cell -> cell.cell().emulated())
                || run.cells().stream().noneMatch(PatchEvidence::isTime);
    }

    /** Why a part has no figures. */
    String notMeasured() {
        return isEmulated()
                ? "Not measured: the CPU was emulated, and what it took is no time."
                : "Not measured in this run.";
    }

    /** The panels of one benchmark whose rows are compared with the run's first control: loops in C, not those in Java. */
    List<Panel> panels(String benchmark, Set<String> axes) {
        return run.panels(times(benchmark), axes).stream()
                .filter(panel -> !panel.isApart())
                .toList();
    }

    /** What the experiments saw of each strategy. */
    static PropertyMatrix matrix(List<StrategyEntry> strategies) {
        Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
        strategies.forEach(
                strategy -> rows.put(strategy.id(), strategy.proven() == null ? Map.of() : strategy.proven()));
        return PropertyMatrix.of(rows);
    }

    PropertyMatrix matrix() {
        return matrix(strategies());
    }

    boolean has(String strategy, String property) {
        return saw(strategy, property, Observed.YES);
    }

    boolean lacks(String strategy, String property) {
        return saw(strategy, property, Observed.NO);
    }

    private boolean saw(String strategy, String property, Observed observed) {
        return matrix().at(strategy, property)
                .filter(seen -> seen.observed() == observed)
                .isPresent();
    }

    /** Ids of the strategies that an experiment found to have a property. */
    List<String> having(String property) {
        return strategies().stream()
                .map(StrategyEntry::id)
                .filter(id -> has(id, property))
                .toList();
    }

    /**
     * The no-fault mapping against one other strategy at one place.
     *
     * @param place benchmark, workload and parameters
     * @param rounds of the two, with one in common
     */
    private record Pair(Panel place, CellResult own, CellResult other, PairedRounds rounds) {}

    /** A pair with the ratio of the no-fault mapping's time over the other's, judged among all such pairs of the run. */
    record Compared(Panel place, String other, List<String> cells, Judgement judgement) {

        Value ratio() {
            return Value.ratio(new Origin(Statistic.RATIO, "", cells), judgement.ratio())
                    .with(judgement.verdict());
        }
    }

    /** Every other strategy at every place where both have a figure. */
    List<Compared> comparisons() {
        List<CellResult> cells = run.cells().stream()
                .filter(cell -> cell.cell().strategy() != null && isTime(cell))
                .toList();
        String subject = subject().map(StrategyEntry::id).orElse("");
        List<Pair> pairs = new ArrayList<>();
        for (Panel place : run.panels(cells, Set.of(Panel.STRATEGY))) {
            place.at(Panel.STRATEGY, subject).stream()
                    .findFirst()
                    .ifPresent(own -> place.cells().stream()
                            .filter(cell -> !isNoFault(cell))
                            .map(cell -> new Pair(place, own, cell, own.against(cell)))
                            .filter(pair -> !pair.rounds.rounds().isEmpty())
                            .forEach(pairs::add));
        }
        Map<Integer, PairedRounds> rows = new LinkedHashMap<>();
        pairs.forEach(pair -> rows.put(rows.size(), pair.rounds));
        List<Compared> comparisons = new ArrayList<>();
        run.looks().judge(rows).forEach((index, judgement) -> {
            Pair pair = pairs.get(index);
            List<String> ids = List.of(pair.own.cell().id(), pair.other.cell().id());
            comparisons.add(new Compared(pair.place, pair.other.rowName(), ids, judgement));
        });
        return List.copyOf(comparisons);
    }
}
