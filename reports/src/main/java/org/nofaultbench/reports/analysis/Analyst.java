// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/** Turns forks into figures and figures into verdicts. */
public final class Analyst {

    private final Run run;
    private final Margin margin;
    private final Map<String, List<ForkRecord>> forks;
    private final Set<String> standIns;
    private final Set<String> controls;

    private Analyst(Run run, Margin margin) {
        this.run = run;
        this.margin = margin;
        this.forks = run.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
        this.standIns = run.manifest().strategies().stream()
                .filter(StrategyEntry::standIn)
                .map(StrategyEntry::id)
                .collect(Collectors.toSet());
        this.controls = run.manifest().cells().stream().map(CellEntry::baseline).collect(Collectors.toSet());
    }

    public static Analysis analyse(Run run, Margin margin) {
        return new Analyst(run, margin).analysis();
    }

    private Analysis analysis() {
        Map<String, CellResult> measured = new LinkedHashMap<>();
        run.manifest().cells().forEach(cell -> measured.put(cell.id(), measured(cell)));
        List<CellResult> judged = measured.values().stream().map(cell -> judged(cell, measured)).toList();
        return new Analysis(run, margin, judged, new Warnings(run, judged).all());
    }

    private CellResult measured(CellEntry cell) {
        List<ForkRecord> all = forks.getOrDefault(cell.id(), List.of());
        List<ForkRecord> failed = all.stream().filter(ForkRecord::failed).toList();
        Map<Integer, Double> figures = new TreeMap<>();
        all.stream().filter(fork -> !fork.failed()).forEach(fork ->
                figures.put(fork.round(), Estimate.medianOf(fork.samples().get(cell.metric()))));
        List<ForkRecord> whole = all.stream().filter(fork -> !fork.failed()).toList();
        return new CellResult(cell, standIns.contains(cell.strategy()), controls.contains(cell.id()), figures,
                Metrics.of(whole, cell.metric()), failed,
                figures.isEmpty() ? Optional.of(absence(cell, failed)) : Optional.empty(), Optional.empty());
    }

    private static Absence absence(CellEntry cell, List<ForkRecord> failed) {
        if (cell.skipped()) {
            return new Absence(Absence.Kind.SKIPPED, cell.skipReason());
        }
        return failed.isEmpty()
                ? new Absence(Absence.Kind.PENDING, "the run ended before its first fork")
                : new Absence(Absence.Kind.FAILED, failed.get(0).error());
    }

    private CellResult judged(CellResult result, Map<String, CellResult> all) {
        CellResult baseline = all.get(result.cell().baseline());
        if (baseline == null) {
            return result;
        }
        PairedRounds rounds = new PairedRounds(result.figures(), baseline.figures());
        return rounds.ratio()
                .map(ratio -> result.comparedBy(new Comparison(baseline.cell(), ratio,
                        rounds.difference().orElseThrow(), Verdict.of(ratio, margin))))
                .orElse(result);
    }
}
