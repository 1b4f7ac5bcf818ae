// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.StrategyEntry;

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
                .filter(strategy -> isNoFault(strategy) && hasFigures(strategy))
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
        return strategies().stream()
                .anyMatch(of -> isNoFault(of) && of.id().equals(cell.cell().strategy()));
    }

    boolean isOfFamily(CellResult cell, String family) {
        return strategies().stream()
                .anyMatch(of ->
                        of.family().equals(family) && of.id().equals(cell.cell().strategy()));
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
        return isEmulated(run);
    }

    static boolean isEmulated(Analysis run) {
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

    private boolean hasFigures(StrategyEntry strategy) {
        return run.cells().stream()
                .anyMatch(cell -> strategy.id().equals(cell.cell().strategy())
                        && !cell.figures().isEmpty());
    }
}
