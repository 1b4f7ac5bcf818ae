// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.PropertyMatrix;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What the evidence is made from.
 *
 * @param run the run whose figures are shown; the patched kernel's where there are two
 * @param ratios of its times to those of the same suite on the kernel without the patch; empty where one run is all there is
 */
record PatchEvidence(Analysis run, Optional<KernelRatios> ratios) {

    /** Of one kernel, which may have the flag or not. */
    PatchEvidence(Analysis run) {
        this(run, Optional.empty());
    }

    /** Of the same suite on a kernel without the patch and on one with it. */
    PatchEvidence(Boots unpatched, Boots patched) {
        this(patched.shown(), Optional.of(new KernelRatios(unpatched, patched)));
    }

    /** The unpatched kernel's run whose figures are shown. */
    Optional<Analysis> unpatched() {
        return ratios.map(KernelRatios::unpatched);
    }

    /** Where results of the kernel lab may lie: beside the run, or above it if the lab made the run. */
    Stream<Path> labs() {
        Path path = run.run().folder().path().toAbsolutePath().normalize();
        return Stream.of(path.resolveSibling("lab"), path.resolve("../..").normalize());
    }

    List<StrategyEntry> strategies() {
        return run.run().manifest().strategies();
    }

    /** The no-fault mapping: the kernel's own where the run has its figures, otherwise what stands in for it. */
    Optional<StrategyEntry> subject() {
        List<StrategyEntry> measured = strategies().stream()
                .filter(strategy -> isNoFault(strategy)
                        && run.cells().stream()
                                .anyMatch(cell -> cell.rowName().equals(strategy.id()) && cell.hasFigure()))
                .toList();
        return measured.stream().min(Comparator.comparing(StrategyEntry::standIn));
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

    private static boolean isNoFault(StrategyEntry strategy) {
        return strategy.family().equals("nofault");
    }

    boolean isNoFault(CellResult cell) {
        return is(cell, PatchEvidence::isNoFault);
    }

    /** Whether a cell's strategy is of a kind. */
    boolean is(CellResult cell, Predicate<StrategyEntry> kind) {
        return strategies().stream()
                .anyMatch(strategy -> strategy.id().equals(cell.cell().strategy()) && kind.test(strategy));
    }

    /** Cells whose figures are times; what an emulated CPU took is none. */
    List<CellResult> times(String benchmark) {
        return run.measured(benchmark).stream().filter(PatchEvidence::isTime).toList();
    }

    static boolean isTime(CellResult cell) {
        return cell.cell().unit().equals("ns/op");
    }

    /** Whether the run's CPU was a program, whose times say nothing of any machine's. */
    boolean isEmulated() {
        return run.cells().stream().anyMatch(cell -> cell.cell().emulated())
                || run.cells().stream().noneMatch(PatchEvidence::isTime);
    }

    /** Why a part has no figures. */
    String notMeasured() {
        return isEmulated() ? "Not measured: emulated timings are excluded." : "Not measured in this run.";
    }

    /** The panels of one benchmark whose rows are compared with the run's first control: loops in C, not those in Java. */
    List<Panel> panels(String benchmark, Set<String> axes) {
        return run.panels(times(benchmark), axes).stream()
                .filter(panel -> !panel.isApart())
                .toList();
    }

    /** What the experiments saw of each strategy. */
    PropertyMatrix matrix() {
        return PropertyMatrix.ofStrategies(strategies());
    }

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
        Map<List<CellResult>, PairedRounds> rows = new LinkedHashMap<>();
        Map<List<CellResult>, Panel> places = new HashMap<>();
        for (Panel place : run.panels(cells, Set.of(Panel.STRATEGY))) {
            for (CellResult own : place.at(Panel.STRATEGY, subject)) {
                for (CellResult other : place.cells()) {
                    PairedRounds rounds = own.against(other);
                    if (!isNoFault(other) && !rounds.rounds().isEmpty()) {
                        rows.put(List.of(own, other), rounds);
                        places.put(List.of(own, other), place);
                    }
                }
            }
        }
        List<Compared> comparisons = new ArrayList<>();
        run.looks()
                .judge(rows)
                .forEach((pair, judgement) -> comparisons.add(new Compared(
                        places.get(pair),
                        pair.get(1).rowName(),
                        pair.stream().map(CellResult::id).toList(),
                        judgement)));
        return comparisons;
    }
}
