// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.stats.Estimate;

/**
 * The answer of a run on one screen: what reading costs while the client behaves, what a loss costs, what each strategy
 * survives.
 */
final class Overview {

    private static final int MOST_ROWS = 12;
    private static final int MOST_CAVEATS = 3;
    private static final int MOST_NAMED = 60;

    /** What is in use or proposed comes first where there are more strategies than rows. */
    private static final List<String> FIRST = List.of(
            "unguarded-shared",
            "guard-libwayland",
            "nofault-private",
            "nofault-emulated",
            "copy-pread",
            "copy-guarded",
            "guard-pool",
            "guard-huge-tail",
            "guard-list",
            "guard-tail",
            "guard-page",
            "sealed",
            "udmabuf");

    private final Analysis analysis;
    private final String size;
    private final List<CellResult> uploads;
    private final List<CellResult> recoveries;
    /** Uploads and blends, which the table shows as ratios. */
    private final List<CellResult> staged;

    private final List<Measured> columns;
    private final List<StrategyEntry> shown;

    /** A column of the table: the cells of all strategies, and what it shows of one. */
    private record Measured(String title, List<CellResult> cells, Function<CellResult, Optional<?>> figure) {

        boolean hasFigures() {
            return cells.stream().anyMatch(cell -> figure.apply(cell).isPresent());
        }
    }

    Overview(Analysis analysis) {
        this.analysis = analysis;
        this.size = analysis.headlineSize().orElse("");
        this.uploads = cells("StagedRead", "rows", "kernel", "copy");
        this.recoveries = cells("TruncationRecovery", "", "lost", "100%");
        List<CellResult> blends = cells("StagedRead", "rows", "kernel", "blend");
        this.staged = Stream.of(uploads, blends).flatMap(List::stream).toList();
        this.columns = Stream.of(
                        new Measured("begin+end", cells("GuardCost", "beginEnd", "", ""), Overview::entryCost),
                        new Measured("upload " + size, uploads, Overview::upload),
                        new Measured("blend " + size, blends, Overview::ratioOrTime),
                        new Measured("read p50 / p99", cells("ReadLatency", "warm", "", ""), this::percentiles),
                        new Measured("recovery", recoveries, Overview::time),
                        new Measured("attack, a frame", cells("HostileClient", "attacked", "", ""), Overview::time))
                .filter(Measured::hasFigures)
                .toList();
        Set<String> measured = columns.stream()
                .flatMap(column -> column.cells.stream())
                .filter(CellResult::hasFigure)
                .map(CellResult::rowName)
                .collect(Collectors.toSet());
        List<StrategyEntry> all = analysis.run().manifest().strategies();
        this.shown = all.stream()
                .filter(strategy -> measured.contains(strategy.id()))
                .sorted(Comparator.comparingInt(
                        strategy -> FIRST.contains(strategy.id()) ? FIRST.indexOf(strategy.id()) : FIRST.size()))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
    }

    /** Cells of a workload, or of any where it is empty, of the size and one other parameter; one that a cell does not have does not matter. */
    private List<CellResult> cells(String benchmark, String workload, String parameter, String value) {
        return analysis.measured(benchmark).stream()
                .filter(cell -> workload.isEmpty() || cell.cell().workload().equals(workload))
                .filter(cell -> cell.cell().unit().equals("ns/op"))
                .filter(cell -> isOrLacks(cell, Panel.SIZE, size) && isOrLacks(cell, parameter, value))
                .toList();
    }

    private static boolean isOrLacks(CellResult cell, String parameter, String value) {
        return cell.cell().parameters().getOrDefault(parameter, value).equals(value);
    }

    static Optional<CellResult> of(String strategy, List<CellResult> cells) {
        return cells.stream().filter(cell -> cell.rowName().equals(strategy)).findFirst();
    }

    private static Scale scaleOf(double ns) {
        return Scale.ofTimes("ns/op", List.of(ns));
    }

    static Optional<Value> time(CellResult cell) {
        return cell.figure()
                .map(Estimate::median)
                .map(ns -> Value.time(cell, scaleOf(ns)).printed(scaleOf(ns).brief(ns)));
    }

    /** What begin and end add to the control, within each round. */
    private static Optional<Value> entryCost(CellResult cell) {
        Optional<Estimate> added = cell.comparison().map(comparison -> comparison.difference());
        return added.map(ns -> Value.estimate(
                Origin.ofPair(Statistic.DIFFERENCE, cell), ns, "ns", Numbers.decimals(ns.median(), 1) + " ns"));
    }

    private static Optional<?> upload(CellResult cell) {
        Optional<Value> throughput = AccessSections.throughput(cell);
        return isReference(cell) && throughput.isPresent() ? throughput : ratioOrTime(cell);
    }

    /** A strategy that is compared with another one shows the ratio; the one that all are compared with its own figure. */
    private static boolean isReference(CellResult cell) {
        return cell.comparison()
                .filter(comparison ->
                        !cell.rowName().equals(comparison.baseline().strategy()))
                .isEmpty();
    }

    private static Optional<?> ratioOrTime(CellResult cell) {
        if (isReference(cell)) {
            return time(cell);
        }
        Value ratio = Value.ratio(cell);
        String verdict = switch (ratio.verdict().orElseThrow()) {
            case EQUIVALENT -> "=";
            case SLOWER -> "slower";
            case FASTER -> "faster";
            case UNDECIDED, TOO_FEW -> "?";
        };
        return Optional.of(Sentence.of("{} {}", ratio.printed(Numbers.shortRatio(ratio.value())), verdict));
    }

    private Optional<Sentence> percentiles(CellResult cell) {
        return LatencySection.percentile(analysis, cell, 99, Scale.NANOSECONDS).flatMap(slow -> {
            Scale scale = scaleOf(slow.value());
            Value printed = slow.printed(scale.format(slow.value()));
            return LatencySection.percentile(analysis, cell, 50, scale)
                    .map(median -> Sentence.of("{} / {} {}", median, printed, scale.unit()));
        });
    }

    /** Sentences that answer the question; the recommendation comes from elsewhere and may be empty. */
    List<Sentence> sentences(List<Sentence> recommendation) {
        Answer answer = new Answer(analysis, size, uploads, recoveries);
        return Stream.of(answer.healthy().stream(), answer.lossy().stream(), recommendation.stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** Of the whole run in one table and a few lines; empty where it measured nothing that belongs here. */
    Optional<Content> content() {
        if (columns.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>(List.of(table()));
        notes().forEach(note -> blocks.add(new Prose(note)));
        chart().ifPresent(blocks::add);
        new PropertiesSection()
                .of(analysis)
                .forEach(content -> content.all(Matrix.class).forEach(blocks::add));
        return Optional.of(new Content("overview", "Overview", "", blocks));
    }

    private Table table() {
        Table.Builder<StrategyEntry> table = Table.ofStrategies("", shown, strategy -> strategy);
        columns.forEach(column -> table.column(
                column.title, strategy -> of(strategy.id(), column.cells).flatMap(column.figure)));
        if (analysis.run().manifest().proof() != null) {
            table.column("properties", Overview::survived);
        }
        return table.table();
    }

    private static Optional<Sentence> survived(StrategyEntry strategy) {
        return Optional.ofNullable(strategy.proven()).map(proven -> {
            long passed = proven.keySet().stream().filter(strategy::has).count();
            long tried = proven.values().stream()
                    .filter(seen -> seen.observed() != Observed.SKIPPED)
                    .count();
            return Sentence.of(
                    "{}/{}",
                    Value.count(new Origin(Statistic.COUNT, "proven " + strategy.id()), passed),
                    Value.count(new Origin(Statistic.COUNT, "tried " + strategy.id()), tried));
        });
    }

    private List<Sentence> notes() {
        List<Sentence> notes = new ArrayList<>();
        notes.add(Sentence.of(
                "Ratios compare with the same work without protection: = equivalent within {}, ? undecided."
                        + " begin+end: time that a guard adds to an access. properties: passed of those tested here.{}",
                analysis.margins(staged),
                ClientSections.ofZeros(analysis)));
        LabEvidence.countsBeside(analysis.run().folder().path()).ifPresent(notes::add);
        String skipped = analysis.run().manifest().strategies().stream()
                .filter(StrategyEntry::skipped)
                .map(strategy -> strategy.id() + " (" + cut(strategy.skipReason()) + ")")
                .collect(Collectors.joining(", "));
        if (!skipped.isEmpty()) {
            notes.add(Sentence.of("Not measured here: {}.", skipped));
        }
        Warnings.of(analysis).stream()
                .filter(warning -> warning.kind() != Warnings.Kind.STAND_IN)
                .limit(MOST_CAVEATS)
                .forEach(warning ->
                        notes.add(Sentence.of("Note: {}", warning.sentence().upTo(". "))));
        return notes;
    }

    private static String cut(String reason) {
        String start = Printable.brief(reason).split(", | \\(|; |: probed ", 2)[0];
        return start.length() <= MOST_NAMED ? start : start.substring(0, MOST_NAMED) + "...";
    }

    /** What an upload takes while nothing is lost, and a recovery when something is. */
    private Optional<Chart> chart() {
        List<StrategyEntry> rows = shown.stream()
                .filter(strategy -> Stream.of(uploads, recoveries)
                        .allMatch(cells -> of(strategy.id(), cells)
                                .filter(CellResult::hasFigure)
                                .isPresent()))
                .toList();
        return rows.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.AtPlaces(
                        "overview-chart",
                        "Upload of " + size + " while nothing is lost, and recovery",
                        "Time of an upload of " + size
                                + ", and of an access to lost pages, by strategy. The sections on uploads and recovery"
                                + " have the figures.",
                        new Chart.Axis("time", Scale.MICROSECONDS, true),
                        List.of(series("upload", 3, rows, uploads), series("recovery", 4, rows, recoveries)),
                        "",
                        rows.stream().map(StrategyEntry::label).toList(),
                        true,
                        Optional.empty()));
    }

    private static Chart.Series series(String name, int style, List<StrategyEntry> rows, List<CellResult> cells) {
        List<Chart.Mark> marks = new ArrayList<>();
        rows.forEach(strategy -> marks.add(new Chart.Mark(
                marks.size(), Value.time(of(strategy.id(), cells).orElseThrow(), Scale.MICROSECONDS))));
        return new Chart.Series(name, style, marks);
    }
}
