// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult.Absence;
import org.nofaultbench.reports.analysis.CellResult.Comparison;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;

/** Turns forks into figures and figures into verdicts. */
public final class Analyst {

    private final Run run;
    private final Margin margin;
    private final Map<String, List<ForkRecord>> failed;
    private final Map<String, List<ForkRecord>> whole;
    private final Set<String> standIns;
    private final Set<String> controls;

    private Analyst(Run run, Margin margin) {
        this.run = run;
        this.margin = margin;
        this.failed = run.forks().stream().filter(ForkRecord::failed).collect(Collectors.groupingBy(ForkRecord::cell));
        this.whole = run.measured();
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
        measured.replaceAll((id, cell) -> withFiguresBesideOthers(cell, measured.values()));
        return new Analysis(run, margin, judged(measured));
    }

    private CellResult measured(CellEntry cell) {
        List<ForkRecord> failed = this.failed.getOrDefault(cell.id(), List.of());
        List<ForkRecord> whole = cell.emulated() ? List.of() : this.whole.getOrDefault(cell.id(), List.of());
        // Where forks of JMH and paired forks measured it, JMH's give the figure and the paired ones the ratio.
        Map<Boolean, List<ForkRecord>> byPairing =
                whole.stream().collect(Collectors.partitioningBy(ForkRecord::inOneProcess));
        boolean both = byPairing.values().stream().noneMatch(List::isEmpty);
        Map<Integer, Double> figures = Run.figures(both ? byPairing.get(false) : whole, cell.metric());
        Map<String, Map<Integer, Double>> metrics = metrics(whole, cell.metric());
        if (both) {
            metrics.put(CellResult.CANDIDATE, Run.figures(byPairing.get(true), cell.metric()));
        }
        return new CellResult(
                cell,
                standIns.contains(cell.strategy()),
                controls.contains(cell.id()),
                figures,
                metrics,
                failed,
                figures.isEmpty() ? Optional.of(absence(cell, failed)) : Optional.empty(),
                Optional.empty());
    }

    private Absence absence(CellEntry cell, List<ForkRecord> failed) {
        if (cell.skipped()) {
            return new Absence(Absence.Kind.SKIPPED, cell.skipReason());
        }
        if (!failed.isEmpty()) {
            return new Absence(Absence.Kind.FAILED, failed.get(0).error());
        }
        if (cell.emulated()) {
            return new Absence(Absence.Kind.SKIPPED, "emulated timings are excluded");
        }
        return new Absence(
                Absence.Kind.PENDING,
                run.manifest().deciding() == null
                        ? "the run ended before its first fork"
                        : "the run measured comparisons alone, for as long as it had time");
    }

    /** All comparisons of the run are one family: a reader looks at all of them. */
    private List<CellResult> judged(Map<String, CellResult> all) {
        Map<String, PairedRounds> pairs = new LinkedHashMap<>();
        all.forEach((id, result) -> baseline(result, all)
                .map(baseline -> result.against(baseline))
                .filter(pair -> !pair.rounds().isEmpty())
                .ifPresent(pair -> pairs.put(id, pair)));
        Map<String, Judgement> judgements = new InterimAnalyses(
                        margin, run.manifest().deciding())
                .judge(pairs, id -> CellMargin.ofRounds(all.get(id).cell(), pairs.get(id), margin));
        judgements.forEach((id, judgement) -> all.computeIfPresent(
                id,
                (key, result) -> result.withComparison(Optional.of(
                        new Comparison(baseline(result, all).orElseThrow().cell(), judgement)))));
        return List.copyOf(all.values());
    }

    private static Optional<CellResult> baseline(CellResult result, Map<String, CellResult> all) {
        return Optional.ofNullable(all.get(result.cell().baseline()));
    }

    /**
     * Metric name to round to fork value, of what forks measured beside their cell's figure. A metric's name says what becomes of
     * a fork's iterations: counts, which end in {@code Count}, are added up, of those that begin with {@code worst} the greatest
     * counts, of others the median.
     */
    private static Map<String, Map<Integer, Double>> metrics(List<ForkRecord> forks, String figure) {
        Map<String, Map<Integer, Double>> metrics = new LinkedHashMap<>();
        for (ForkRecord fork : forks) {
            fork.samples().forEach((name, samples) -> {
                if (!name.equals(figure) && !samples.isEmpty()) {
                    metrics.computeIfAbsent(name, metric -> new TreeMap<>())
                            .put(fork.round(), forkValue(name, samples));
                }
            });
        }
        return metrics;
    }

    private static double forkValue(String metric, List<Double> samples) {
        if (metric.endsWith("Count")) {
            return samples.stream().mapToDouble(Double::doubleValue).sum();
        }
        return metric.startsWith("worst") ? Collections.max(samples) : Estimate.medianOf(samples);
    }

    /** A baseline that had no fork of its own gets as figure of a round the median of what it took beside the others. */
    private static CellResult withFiguresBesideOthers(CellResult cell, Collection<CellResult> all) {
        if (cell.cell().skipped() || !cell.figures().isEmpty() || !cell.failed().isEmpty()) {
            return cell;
        }
        Map<Integer, List<Double>> beside = new TreeMap<>();
        all.stream()
                .filter(other -> cell.cell().id().equals(other.cell().baseline()))
                .flatMap(other -> other.pairedForks().stream())
                .forEach(pair -> pair.baseline()
                        .forEach((round, ns) -> beside.computeIfAbsent(round, first -> new ArrayList<>())
                                .add(ns)));
        Map<Integer, Double> figures = new TreeMap<>();
        beside.forEach((round, ns) -> figures.put(round, Estimate.medianOf(ns)));
        return figures.isEmpty()
                ? cell
                : cell.with(found -> found.figures(figures).absence(Optional.empty()));
    }
}
