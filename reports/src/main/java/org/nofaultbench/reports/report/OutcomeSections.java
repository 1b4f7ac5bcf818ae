// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.CellResult.Absence;
import org.nofaultbench.reports.analysis.CellResult.Comparison;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.SequentialSettings;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Verdict;

/** What came of the comparisons and of the cells of a run? */
final class OutcomeSections {

    private OutcomeSections() {}

    /** Of a run that stopped as soon as it knew enough: how was each comparison decided, and after how many rounds? */
    static List<Content> decisions(Analysis analysis) {
        SequentialSettings deciding = analysis.run().manifest().deciding();
        if (deciding == null) {
            return List.of();
        }
        String looks = deciding.looks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Prose summary = new Prose(Sentence.of(
                "{} of {} comparisons are decided. They were judged after {}, each time with a part of the error"
                        + " probability; the time limit was {} s.",
                VerdictCounts.decided(analysis),
                VerdictCounts.compared(analysis),
                looks.isEmpty() ? "no round yet" : "rounds " + looks + " of the run",
                Numbers.significant(deciding.limitMs() / 1000.0)));
        Table table = Table.of("", "comparison", analysis.compared(), CellResult::id)
                .standIn(CellResult::standIn)
                .column("verdict", cell -> comparison(cell).judgement().label())
                .column(
                        "rounds with a ratio",
                        cell -> Value.count(
                                Origin.ofPair(Statistic.ROUNDS, cell),
                                comparison(cell).ratio().n()))
                .column(
                        "measured",
                        cell -> cell.metrics().containsKey(ForkRecord.BASELINE) ? "same process" : "separate")
                .table();
        return List.of(new Content(
                "decisions",
                "How the comparisons were decided",
                "A comparison was measured until it was decided or the time was up. Same process: the two"
                        + " strategies took turns in the same forks, and each ratio comes from one fork."
                        + " An UNDECIDED one says which way it leans.",
                List.of(summary, table)));
    }

    private static Comparison comparison(CellResult cell) {
        return cell.comparison().orElseThrow();
    }

    /** Where does each strategy lose? A reviewer looks for it, so it is said before being asked. */
    static List<Content> losses(Analysis analysis) {
        Map<String, List<Sentence>> losses = analysis.compared().stream()
                .filter(cell -> comparison(cell).verdict() == Verdict.SLOWER)
                .collect(Collectors.groupingBy(
                        Palette::nameOf,
                        LinkedHashMap::new,
                        Collectors.mapping(OutcomeSections::loss, Collectors.toList())));
        Table table = Table.of("", "strategy", losses.entrySet(), Map.Entry::getKey)
                .column("slower at", entry -> Sentence.list("; ", entry.getValue()))
                .table();
        return List.of(new Content(
                "losses",
                "Where strategies are slower",
                losses.isEmpty()
                        ? "No comparison is SLOWER. Those that are UNDECIDED or TOO FEW may be."
                        : "Every comparison that is SLOWER than its baseline, with its ratio. Those that are"
                                + " UNDECIDED or TOO FEW may be slower, too.",
                losses.isEmpty() ? List.of() : List.of(table)));
    }

    private static Sentence loss(CellResult cell) {
        String parameters = String.join(" ", cell.cell().parameters().values());
        Value ratio = Value.ratio(cell);
        return Sentence.of(
                "{} {}",
                place(cell) + (parameters.isEmpty() ? "" : " " + parameters),
                ratio.printed(Numbers.ratio(ratio.value()) + "\u00d7"));
    }

    private static String place(CellResult cell) {
        return cell.cell().benchmark() + "." + cell.cell().workload();
    }

    /** What has no figure here, and why? The tables leave it out. */
    static List<Content> skipped(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        Map<Why, Set<String>> absent = absent(analysis);
        if (!absent.isEmpty()) {
            Table.of(
                            "rows without a figure",
                            "strategy",
                            absent.entrySet(),
                            entry -> entry.getKey().rowName())
                    .standIn(entry -> entry.getKey().standIn())
                    .column("state", entry -> entry.getKey().absence().kind().name())
                    .column("where", entry -> String.join(", ", entry.getValue()))
                    .column("reason", entry -> entry.getKey().absence().reason())
                    .addTo(blocks);
        }
        List<ForkRecord> failed = analysis.cells().stream()
                .flatMap(cell -> cell.failed().stream())
                .toList();
        if (!failed.isEmpty()) {
            Table.of("failed forks", "cell", failed, ForkRecord::cell)
                    .column("round", ForkRecord::round)
                    .column("reason", ForkRecord::error)
                    .addTo(blocks);
        }
        return List.of(new Content(
                "skipped",
                "Skipped and failed",
                blocks.isEmpty()
                        ? "Nothing was skipped and no fork failed."
                        : "Skipped rows are left out of the tables. Failed forks are always counted here.",
                blocks));
    }

    private record Why(String rowName, boolean standIn, Absence absence) {}

    /** Cells that miss for the same reason share a row; what holds for a whole strategy stands once without the places. */
    private static Map<Why, Set<String>> absent(Analysis analysis) {
        Set<String> wholly = analysis.run().manifest().strategies().stream()
                .filter(StrategyEntry::skipped)
                .map(StrategyEntry::id)
                .collect(Collectors.toSet());
        Map<Why, Set<String>> where = new LinkedHashMap<>();
        analysis.cells().stream()
                .filter(cell -> !cell.cell().isNotAsked())
                .forEach(cell -> cell.absence()
                        .ifPresent(absence -> where.computeIfAbsent(
                                        new Why(cell.rowName(), cell.standIn(), absence), why -> new LinkedHashSet<>())
                                .add(wholly.contains(cell.rowName()) ? "everywhere" : place(cell))));
        return where;
    }
}
