// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Proof;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;

/** Finds what a reader of a run's figures must know, the gravest first. */
public final class Warnings {

    /** Above this share small differences are lost; on a quiet guest it stays below a tenth of it. */
    private static final double STEAL_PERCENT = 1;

    /** The runner and the kernel's own work stay below this on a quiet machine. */
    private static final double OTHER_PERCENT = 5;

    /** Kinds that not every report shows. */
    public enum Kind {
        /** Rows whose strategy only stands in for another. */
        STAND_IN,
        /** The machine is a guest. */
        VIRTUAL_MACHINE,
        OTHER
    }

    /**
     * One of them.
     *
     * @param sentence what is the matter, and what to do about it
     */
    public record Warning(Kind kind, Sentence sentence) {}

    private final Run run;
    private final List<CellResult> cells;
    private final List<ForkRecord> counting;
    private final List<Warning> found = new ArrayList<>();

    private final String of;

    private Warnings(Analysis analysis, String of) {
        this.of = of;
        this.run = analysis.run();
        this.cells = analysis.cells();
        this.counting = ForkSelection.counting(run.forks()).stream()
                .filter(fork -> !fork.failed())
                .toList();
    }

    public static List<Warning> of(Analysis analysis) {
        return of(analysis, "");
    }

    /** Those of one of several runs: sentences and the details of their figures begin with what names it. */
    public static List<Warning> of(Analysis analysis, String name) {
        Warnings warnings = new Warnings(analysis, name);
        warnings.addForks();
        warnings.addPairing();
        warnings.addMachine();
        warnings.addBuild();
        return List.copyOf(warnings.found);
    }

    /** A template as for {@link Sentence#of}. */
    private void add(String template, Object... parts) {
        add(Kind.OTHER, template, parts);
    }

    private void add(Kind kind, String template, Object... parts) {
        found.add(new Warning(kind, Sentence.join(of, Sentence.of(template, parts))));
    }

    private Value count(Statistic statistic, String what, long count, String... cells) {
        return Value.count(new Origin(statistic, of + what, List.of(cells)), count);
    }

    private Sentence cellsHave(String what, long count, String... cells) {
        return Sentence.counted(count(Statistic.COUNT, what, count, cells), "cell has", "cells have");
    }

    private void addForks() {
        run.cutLines()
                .forEach((file, line) -> add(
                        "Line {} of {} was cut short when the run was killed; the fork it belongs to is not counted."
                                + " Resume the run to measure it again.",
                        line,
                        file));
        cells.stream().filter(cell -> !cell.failed().isEmpty()).forEach(this::addFailures);
        long emulated = cells.stream().filter(cell -> cell.cell().emulated()).count();
        if (emulated > 0) {
            add(
                    "The CPU was emulated, and emulated timings are excluded: {} no figure. Measure on hardware or in a"
                            + " virtual machine.",
                    cellsHave("emulated cells", emulated));
        }
        List<Integer> shortOnes = cells.stream()
                .map(cell -> cell.figures().size())
                .filter(rounds -> rounds > 0 && rounds < Estimate.minimumRounds())
                .sorted()
                .toList();
        if (!shortOnes.isEmpty()) {
            add(
                    "{} too few rounds for an interval (the fewest: {}; a 95% interval of a median needs {}). Take a larger"
                            + " preset to decide anything.",
                    cellsHave("cells without an interval", shortOnes.size()),
                    count(Statistic.COUNT, "fewest rounds", shortOnes.get(0)),
                    Estimate.minimumRounds());
        }
    }

    private void addFailures(CellResult result) {
        String cell = result.cell().id();
        int failed = result.failed().size();
        long whole = counting.stream().filter(fork -> fork.cell().equals(cell)).count();
        add(
                "{} of {} forks of {} failed, the first with: {}. Its figure rests on the others, if any.",
                count(Statistic.FORKS, "failed", failed, cell),
                count(Statistic.FORKS, "failed or counting", failed + whole, cell),
                cell,
                result.failed().get(0).error());
    }

    private void addPairing() {
        Map<String, List<CellResult>> compared = cells.stream()
                .filter(cell ->
                        cell.cell().baseline() != null && !cell.figures().isEmpty())
                .collect(Collectors.groupingBy(cell -> cell.cell().baseline()));
        cells.stream()
                .filter(cell -> compared.containsKey(cell.id()))
                .forEach(baseline -> addPairing(baseline, compared.get(baseline.id())));
    }

    private void addPairing(CellResult baseline, List<CellResult> compared) {
        String id = baseline.id();
        if (baseline.absence().isPresent()) {
            add(
                    "{} no ratio: the baseline {} gave no figure ({}).",
                    cellsHave("cells without a ratio", compared.size(), id),
                    id,
                    baseline.absence().get().reason());
            return;
        }
        List<Integer> unpaired = compared.stream()
                .map(cell ->
                        cell.figures().size() - cell.against(baseline).rounds().size())
                .filter(figures -> figures > 0)
                .toList();
        if (!unpaired.isEmpty()) {
            int figures = unpaired.stream().mapToInt(Integer::intValue).sum();
            Value in = count(Statistic.COUNT, "cells with unpaired figures", unpaired.size(), id);
            add(
                    "{} of {} had none of the baseline {} in their round and stay out of the ratios.",
                    Sentence.counted(count(Statistic.COUNT, "unpaired figures", figures, id), "figure", "figures"),
                    Sentence.counted(in, "cell", "cells"),
                    id);
        }
    }

    private void addMachine() {
        Optional.ofNullable(run.environment().kernel())
                .map(Environment.Kernel::hypervisor)
                .ifPresent(name -> add(
                        Kind.VIRTUAL_MACHINE,
                        "Measured in a virtual machine ({}): faults and mappings cost more than on bare metal,"
                                + " and other guests disturb. Ratios carry over better than absolute times.",
                        name));
        Optional.ofNullable(run.environment().placement())
                .map(Environment.CpuPlacement::warning)
                .ifPresent(problem -> add("CPU placement: {}.", problem));
        run.cpuPercent(noise -> noise.stealMs())
                .filter(percent -> percent >= STEAL_PERCENT)
                .ifPresent(percent -> add(
                        "{} of the CPU time was stolen by the hypervisor while the forks ran. Repeat at a quieter hour"
                                + " before trusting small differences.",
                        percent("stealMs", percent)));
        run.cpuPercent(noise -> noise.otherBusyMs())
                .filter(percent -> percent >= OTHER_PERCENT)
                .ifPresent(percent -> add(
                        "Other processes used {} of the CPU time while the forks ran; it widens every interval and can"
                                + " move every figure. End them and measure again.",
                        percent("otherBusyMs", percent)));
    }

    private Value percent(String noise, double percent) {
        return Value.plain(
                new Origin(Statistic.NOISE, of + noise + " share"), percent, "%", Numbers.decimals(percent, 1) + "%");
    }

    private void addBuild() {
        long disturbed = counting.stream().filter(ForkRecord::disturbed).count();
        if (disturbed > 0) {
            Value all = count(Statistic.FORKS, "figures", counting.size());
            add(
                    "{} of {} from forks disturbed beyond a noise limit; no quieter repeat was left. Measure again when"
                            + " nothing else runs.",
                    count(Statistic.FORKS, "disturbed figures", disturbed),
                    Sentence.counted(all, "fork figure comes", "fork figures come"));
        }
        Manifest manifest = run.manifest();
        if (manifest.suite().modified()) {
            add(
                    "The build had changes that are not in commit {}; nobody else can rebuild it. Commit first, then measure.",
                    manifest.suite().commit());
        }
        Proof proof = manifest.proof();
        if (proof != null && proof.notOk() > 0) {
            add(
                    "{} of {} on the strategies' properties did not come out as declared on this kernel; the section on"
                            + " properties names them.",
                    count(Statistic.COUNT, "experiments not as declared", proof.notOk()),
                    Sentence.counted(
                            count(Statistic.COUNT, "experiments", proof.cases()), "experiment", "experiments"));
        }
        manifest.strategies().stream()
                .filter(StrategyEntry::standIn)
                .forEach(strategy -> add(Kind.STAND_IN, "{} is a stand-in: {}", strategy.id(), strategy.summary()));
    }
}
