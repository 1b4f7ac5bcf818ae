// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.model.Proof;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.model.Warning;
import org.nofaultbench.reports.stats.Confidence;
import org.nofaultbench.reports.stats.PairedRounds;

/** Finds what a reader must know, the gravest first. */
public final class Warnings {

    /** Above this share small differences are lost; on a quiet guest it stays below a tenth of it. */
    private static final double STEAL_PERCENT = 1;

    /** The runner and the kernel's own work stay below this on a quiet machine. */
    private static final double OTHER_PERCENT = 5;

    private final Run run;
    private final List<CellResult> cells;
    private final List<Warning> found = new ArrayList<>();

    Warnings(Run run, List<CellResult> cells) {
        this.run = run;
        this.cells = cells;
    }

    List<Warning> all() {
        found.addAll(run.warnings());
        cells.forEach(this::addFailures);
        int emulated =
                (int) cells.stream().filter(cell -> cell.cell().emulated()).count();
        addIf(emulated > 0, new Warning.EmulatedCpu(emulated));
        addTooFew();
        addPairing();
        addMachine();
        addBuildAndForks();
        run.manifest().strategies().stream()
                .filter(StrategyEntry::standIn)
                .forEach(strategy -> found.add(new Warning.StandIn(strategy.id(), strategy.summary())));
        return List.copyOf(found);
    }

    private void addFailures(CellResult result) {
        int failed = result.failed().size();
        if (failed > 0) {
            String reason = result.failed().get(0).error();
            found.add(new Warning.FailedForks(result.cell().id(), failed, failed + whole(result), reason));
        }
    }

    private void addTooFew() {
        List<Integer> shortOnes = cells.stream()
                .map(cell -> cell.figures().size())
                .filter(rounds -> rounds > 0 && rounds < Confidence.NINETY_FIVE.minimumRounds())
                .sorted()
                .toList();
        if (!shortOnes.isEmpty()) {
            found.add(new Warning.TooFewRounds(shortOnes.size(), shortOnes.get(0)));
        }
    }

    private void addPairing() {
        Map<String, List<CellResult>> compared = cells.stream()
                .filter(cell ->
                        cell.cell().baseline() != null && !cell.figures().isEmpty())
                .collect(Collectors.groupingBy(cell -> cell.cell().baseline()));
        cells.stream()
                .filter(cell -> compared.containsKey(cell.cell().id()))
                .forEach(baseline ->
                        addPairing(baseline, compared.get(baseline.cell().id())));
    }

    private void addPairing(CellResult baseline, List<CellResult> compared) {
        baseline.absence()
                .ifPresentOrElse(
                        why -> found.add(new Warning.NoBaseline(baseline.cell().id(), compared.size(), why.reason())),
                        () -> addUnpaired(baseline, compared));
    }

    private void addUnpaired(CellResult baseline, List<CellResult> compared) {
        List<Integer> unpaired = compared.stream()
                .filter(cell -> cell.pairedForks().isEmpty())
                .map(cell -> cell.figures().size()
                        - new PairedRounds(cell.figures(), baseline.figures())
                                .rounds()
                                .size())
                .filter(figures -> figures > 0)
                .toList();
        if (!unpaired.isEmpty()) {
            found.add(new Warning.UnpairedRounds(
                    baseline.cell().id(),
                    unpaired.size(),
                    unpaired.stream().mapToInt(Integer::intValue).sum()));
        }
    }

    private void addMachine() {
        Optional.ofNullable(run.environment().kernel())
                .map(Environment.Kernel::hypervisor)
                .ifPresent(name -> found.add(new Warning.VirtualMachine(name)));
        Optional.ofNullable(run.environment().placement())
                .map(Environment.CpuPlacement::warning)
                .ifPresent(problem -> found.add(new Warning.UnfavourablePlacement(problem)));
        run.cpuPercent(Noise::stealMs)
                .filter(percent -> percent >= STEAL_PERCENT)
                .ifPresent(percent -> found.add(new Warning.StolenTime(percent)));
        run.cpuPercent(Noise::otherBusyMs)
                .filter(percent -> percent >= OTHER_PERCENT)
                .ifPresent(percent -> found.add(new Warning.CompetingLoad(percent)));
    }

    private void addBuildAndForks() {
        List<ForkRecord> figures = ForkSelection.counting(run.forks()).stream()
                .filter(fork -> !fork.failed())
                .toList();
        int disturbed = (int) figures.stream().filter(ForkRecord::disturbed).count();
        addIf(disturbed > 0, new Warning.DisturbedFigures(disturbed, figures.size()));
        Suite suite = run.manifest().suite();
        addIf(suite.modified(), new Warning.ModifiedBuild(suite.commit()));
        Proof proof = run.manifest().proof();
        if (proof != null) {
            addIf(proof.notOk() > 0, new Warning.NotAsDeclared(proof.notOk(), proof.cases()));
        }
    }

    private void addIf(boolean holds, Warning warning) {
        if (holds) {
            found.add(warning);
        }
    }

    /** Forks that did not fail, also where what they took is no figure. */
    private int whole(CellResult result) {
        return (int) ForkSelection.counting(run.forks()).stream()
                .filter(fork ->
                        !fork.failed() && fork.cell().equals(result.cell().id()))
                .count();
    }
}
