// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Confidence;
import org.nofaultbench.reports.stats.PairedRounds;

/** Finds what a reader must know, the gravest first. */
final class Warnings {

    /** Above this share small differences are lost; on a quiet guest it stays below a tenth of it. */
    private static final double STEAL_PERCENT = 1;

    private final Run run;
    private final List<CellResult> cells;
    private final Map<String, CellResult> byId;
    private final List<Warning> found = new ArrayList<>();

    Warnings(Run run, List<CellResult> cells, Map<String, CellResult> byId) {
        this.run = run;
        this.cells = cells;
        this.byId = byId;
    }

    List<Warning> all() {
        found.addAll(run.warnings());
        cells.forEach(this::addFailures);
        addTooFew();
        cells.forEach(this::addPairing);
        addMachine();
        addBuild();
        run.manifest().strategies().stream().filter(StrategyEntry::standIn).forEach(strategy ->
                found.add(new Warning.StandIn(strategy.id(), strategy.summary())));
        return List.copyOf(found);
    }

    private void addFailures(CellResult result) {
        if (!result.failed().isEmpty()) {
            int failed = result.failed().size();
            found.add(new Warning.FailedForks(result.cell().id(), failed, failed + result.figures().size(),
                    result.failed().get(0).error()));
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

    private void addPairing(CellResult result) {
        CellResult baseline = byId.get(result.cell().baseline());
        if (baseline == null || result.figures().isEmpty()) {
            return;
        }
        String id = result.cell().id();
        String other = baseline.cell().id();
        baseline.absence().ifPresent(why -> found.add(new Warning.NoBaseline(id, other, why.reason())));
        int unpaired = result.figures().size()
                - new PairedRounds(result.figures(), baseline.figures()).rounds().size();
        if (unpaired > 0 && baseline.absence().isEmpty()) {
            found.add(new Warning.UnpairedRounds(id, other, unpaired));
        }
    }

    private void addMachine() {
        Optional.ofNullable(run.environment().kernel())
                .map(kernel -> kernel.hypervisor())
                .ifPresent(name -> found.add(new Warning.VirtualMachine(name)));
        stolenPercent().filter(percent -> percent >= STEAL_PERCENT)
                .ifPresent(percent -> found.add(new Warning.StolenTime(percent)));
    }

    /** Of all CPUs' time while forks ran; unknown without a CPU count. */
    private Optional<Double> stolenPercent() {
        Integer cpus = run.environment().cpu() == null ? null : run.environment().cpu().logicalCpus();
        long wallMs = run.forks().stream().mapToLong(ForkRecord::durationMs).sum();
        if (cpus == null || cpus < 1 || wallMs == 0) {
            return Optional.empty();
        }
        double stolenMs = run.forks().stream()
                .map(ForkRecord::noise)
                .filter(Objects::nonNull)
                .map(noise -> noise.stealMs())
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .sum();
        return Optional.of(100 * stolenMs / (wallMs * cpus));
    }

    private void addBuild() {
        Suite suite = run.manifest().suite();
        if (suite.modified()) {
            found.add(new Warning.ModifiedBuild(suite.commit()));
        }
    }
}
