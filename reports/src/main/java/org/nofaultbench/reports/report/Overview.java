// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Axis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Palette;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.Warning;
import org.nofaultbench.reports.stats.Estimate;

/**
 * The answer of a run on one screen: what reading costs while the client behaves, what a loss costs, what each strategy
 * survives.
 */
final class Overview {

    private static final int MOST_ROWS = 12;
    private static final int MOST_CAVEATS = 3;
    private static final int MOST_NAMED = 60;
    private static final int HERTZ = 60;
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
    private final List<StrategyEntry> shown;

    Overview(Analysis analysis) {
        this.analysis = analysis;
        this.size = Headline.size(analysis).orElse("");
        Set<String> measured = columns().stream()
                .flatMap(column -> column.cells.stream())
                .filter(cell -> !cell.figures().isEmpty())
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

    /** One column of the table, with the cells of all strategies that it may show. */
    private record Column(String title, List<CellResult> cells, Function<CellResult, Optional<Sentence>> figure) {

        Optional<CellResult> of(String strategy) {
            return cells.stream()
                    .filter(cell -> cell.rowName().equals(strategy))
                    .findFirst();
        }

        Entry entry(String strategy) {
            return of(strategy).flatMap(figure).<Entry>map(Entry.Text::new).orElseGet(() -> new Entry.Text("-"));
        }
    }

    private List<Column> columns() {
        return Stream.of(
                        new Column("begin+end", cells("GuardCost", "beginEnd", Map.of()), Overview::entryCost),
                        new Column("upload " + size, uploads(), Overview::upload),
                        new Column(
                                "blend " + size,
                                cells("StagedRead", "rows", Map.of("size", size, "kernel", "blend")),
                                Overview::ratioOrTime),
                        new Column(
                                "read p50 / p99",
                                cells("ReadLatency", "warm", Map.of("size", size)),
                                this::percentiles),
                        new Column("recovery", recoveries(), Overview::time),
                        new Column(
                                "attack, a frame",
                                cells("HostileClient", "attacked", Map.of("size", size)),
                                Overview::time))
                .filter(column -> column.cells.stream()
                        .anyMatch(cell -> column.figure.apply(cell).isPresent()))
                .toList();
    }

    private List<CellResult> uploads() {
        return cells("StagedRead", "rows", Map.of("size", size, "kernel", "copy"));
    }

    private List<CellResult> recoveries() {
        return cells("TruncationRecovery", "", Map.of("size", size, "lost", "100%"));
    }

    /** Cells of a workload, or of any where it is empty, whose parameters are these; a parameter that the run does not have does not matter. */
    private List<CellResult> cells(String benchmark, String workload, Map<String, String> parameters) {
        return analysis.measured(benchmark).stream()
                .filter(cell -> (workload.isEmpty() || cell.cell().workload().equals(workload))
                        && cell.cell().unit().equals("ns/op"))
                .filter(cell -> parameters.entrySet().stream()
                        .allMatch(parameter -> cell.cell()
                                .parameters()
                                .getOrDefault(parameter.getKey(), parameter.getValue())
                                .equals(parameter.getValue())))
                .toList();
    }

    private static Scale scaleOf(double ns) {
        return ns < 1e4 ? Scale.NANOSECONDS : ns < 1e6 ? Scale.MICROSECONDS : Scale.MILLISECONDS;
    }

    private static String brief(double ns) {
        Scale scale = scaleOf(ns);
        return Numbers.significantDigits(ns / scale.perUnit(), 3) + " " + scale.unit();
    }

    private static Optional<Sentence> time(CellResult cell) {
        return cell.figure()
                .map(figure ->
                        Sentence.join(Value.time(cell, scaleOf(figure.median())).printed(brief(figure.median()))));
    }

    /** What begin and end add to the control, within each round. */
    private static Optional<Sentence> entryCost(CellResult cell) {
        return cell.comparison()
                .map(comparison -> Sentence.join(Value.estimate(
                        Origin.ofPair(Statistic.DIFFERENCE, cell),
                        comparison.difference(),
                        "ns",
                        Numbers.decimals(comparison.difference().median(), 1) + " ns")));
    }

    private static Optional<Sentence> upload(CellResult cell) {
        return isReference(cell)
                ? ThroughputSection.throughput(cell)
                        .map(rate -> Sentence.join(Value.estimate(
                                Origin.ofCell(Statistic.THROUGHPUT, cell),
                                rate,
                                "GB/s",
                                Numbers.significantDigits(rate.median(), 3) + " GB/s")))
                : ratioOrTime(cell);
    }

    /** A strategy that is compared with another one shows the ratio; the one that all are compared with its own figure. */
    private static boolean isReference(CellResult cell) {
        return cell.comparison()
                .filter(comparison ->
                        !cell.rowName().equals(comparison.baseline().strategy()))
                .isEmpty();
    }

    private static Optional<Sentence> ratioOrTime(CellResult cell) {
        if (isReference(cell)) {
            return time(cell);
        }
        Value ratio = Value.ratio(cell);
        return Optional.of(Sentence.join(
                ratio.printed(Numbers.shortRatio(ratio.value())),
                switch (ratio.verdict().orElseThrow()) {
                    case EQUIVALENT -> " =";
                    case SLOWER -> " slower";
                    case FASTER -> " faster";
                    case UNDECIDED, TOO_FEW -> " ?";
                }));
    }

    private Optional<Sentence> percentiles(CellResult cell) {
        Optional<Value> median = LatencySection.percentile(analysis, cell, 50, Scale.NANOSECONDS);
        Optional<Value> slow = LatencySection.percentile(analysis, cell, 99, Scale.NANOSECONDS);
        return median.flatMap(p50 -> slow.map(p99 -> {
            Scale scale = scaleOf(p99.value());
            return Sentence.join(
                    p50.printed(scale.format(p50.value())),
                    " / ",
                    p99.printed(scale.format(p99.value())),
                    " " + scale.unit());
        }));
    }

    /** Sentences that answer the question; the recommendation comes from elsewhere and may be empty. */
    List<Sentence> sentences(List<Sentence> recommendation) {
        List<Sentence> sentences = new ArrayList<>();
        healthy().ifPresent(sentences::add);
        lossy().ifPresent(sentences::add);
        sentences.addAll(recommendation);
        return sentences;
    }

    private Optional<Sentence> healthy() {
        List<CellResult> uploads = uploads();
        Optional<CellResult> control = uploads.stream()
                .filter(CellResult::control)
                .filter(cell -> !cell.figures().isEmpty())
                .findFirst();
        List<Object> others = new ArrayList<>();
        for (String id : List.of(
                "guard-libwayland",
                "guard-huge-tail",
                "nofault-private",
                "nofault-emulated",
                "copy-guarded",
                "copy-pread")) {
            uploads.stream()
                    .filter(cell ->
                            cell.rowName().equals(id) && cell.comparison().isPresent())
                    .findFirst()
                    .ifPresent(cell ->
                            others.add(Sentence.join(Value.ratio(cell), " that time through " + Palette.nameOf(cell))));
        }
        return control.flatMap(cell -> upload(cell).or(() -> time(cell)))
                .filter(rate -> !others.isEmpty())
                .map(rate -> Sentence.join(
                        "While the client behaves, a texture upload of " + size + " without protection runs at ",
                        ThroughputSection.throughput(control.get())
                                .map(value -> (Object) Value.estimate(
                                        Origin.ofCell(Statistic.THROUGHPUT, control.get()),
                                        value,
                                        "GB/s",
                                        Numbers.significantDigits(value.median(), 3) + " GB/s"))
                                .orElse(rate),
                        " and takes ",
                        Sentence.list(", ", others),
                        "."));
    }

    private Optional<Sentence> lossy() {
        List<CellResult> measured =
                recoveries().stream().filter(cell -> !cell.figures().isEmpty()).toList();
        Optional<CellResult> used = Stream.of("guard-libwayland", "guard-pool")
                .flatMap(id -> measured.stream().filter(cell -> cell.rowName().equals(id)))
                .findFirst();
        Optional<CellResult> fastest = measured.stream()
                .filter(cell -> used.filter(cell::equals).isEmpty() && readsOn(cell))
                .min(Comparator.comparingDouble(
                        cell -> cell.figure().orElseThrow().median()));
        return used.map(cell -> {
            Estimate share = cell.figure(ns -> ns * 100 * HERTZ / 1e9).orElseThrow();
            return Sentence.join(
                    "When the client truncates the buffer, " + cell.rowName() + " needs ",
                    time(cell).orElseThrow(),
                    " (",
                    Value.estimate(
                            Origin.ofCell(Statistic.FRAME_SHARE, "" + HERTZ, cell),
                            share,
                            "%",
                            Numbers.significantDigits(share.median(), 2) + "%"),
                    " of a " + HERTZ + " Hz frame)",
                    fastest.map(other -> Sentence.join(
                                    ", " + other.rowName() + ", the fastest that reads on, ",
                                    time(other).orElseThrow()))
                            .orElse(Sentence.EMPTY),
                    ".");
        });
    }

    /** Whether a loss reads as zeros to the end; one that gives up at the first fault returns sooner and has read less. */
    private boolean readsOn(CellResult cell) {
        return analysis.run().manifest().strategies().stream()
                .filter(strategy -> strategy.id().equals(cell.rowName()))
                .anyMatch(strategy -> strategy.proven() == null
                        || strategy.proven().get("reads-zeros") != null
                                && strategy.proven().get("reads-zeros").observed() == Observed.YES);
    }

    /** Of the whole run in one table and a few lines; empty where it measured nothing that belongs here. */
    Optional<Content> content() {
        List<Column> columns = columns();
        if (columns.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(columns));
        notes().forEach(note -> blocks.add(new Prose(note)));
        chart().ifPresent(blocks::add);
        new PropertiesSection()
                .of(analysis).stream()
                        .flatMap(content -> content.all(Matrix.class))
                        .forEach(blocks::add);
        return Optional.of(new Content("overview", "Overview", "", blocks));
    }

    private Table table(List<Column> columns) {
        boolean proven = analysis.run().manifest().proof() != null;
        List<String> titles =
                new ArrayList<>(columns.stream().map(Column::title).toList());
        if (proven) {
            titles.add("survives");
        }
        List<Table.Row> rows = shown.stream()
                .map(strategy -> {
                    List<Entry> entries = new ArrayList<>(columns.stream()
                            .map(column -> column.entry(strategy.id()))
                            .toList());
                    if (proven) {
                        entries.add(survived(strategy));
                    }
                    return new Table.Row(strategy.id(), strategy.standIn(), entries);
                })
                .toList();
        return new Table("", "strategy", titles, rows);
    }

    private static Entry survived(StrategyEntry strategy) {
        if (strategy.proven() == null) {
            return new Entry.Text("-");
        }
        long tried = strategy.proven().values().stream()
                .filter(seen -> seen.observed() != Observed.SKIPPED)
                .count();
        long held = strategy.proven().values().stream()
                .filter(seen -> seen.observed() == Observed.YES)
                .count();
        return new Entry.Text(Sentence.join(
                Value.count(new Origin(Statistic.COUNT, "proven " + strategy.id()), held),
                "/",
                Value.count(new Origin(Statistic.COUNT, "tried " + strategy.id()), tried)));
    }

    private List<Sentence> notes() {
        List<Sentence> notes = new ArrayList<>();
        notes.add(
                Sentence.join(
                        "Ratios are to the same work without protection: = equivalent within ",
                        analysis.margin(),
                        ", ? undecided. begin+end: what entering and leaving adds. survives: experiments passed of those made."));
        LabCounts.besideRun(analysis.run().folder().path()).ifPresent(notes::add);
        String skipped = analysis.run().manifest().strategies().stream()
                .filter(StrategyEntry::skipped)
                .map(strategy -> strategy.id() + " (" + cut(strategy.skipReason()) + ")")
                .collect(Collectors.joining(", "));
        if (!skipped.isEmpty()) {
            notes.add(Sentence.join("Not measured here: " + skipped + "."));
        }
        List<Warning> caveats = analysis.warnings().stream()
                .filter(warning -> !(warning instanceof Warning.StandIn))
                .toList();
        caveats.stream()
                .limit(MOST_CAVEATS)
                .forEach(warning -> notes.add(Sentence.join("Careful: ", firstSentence(warning.text()))));
        return notes;
    }

    private static String cut(String reason) {
        String start = Printable.brief(reason).split(", | \\(|; ", 2)[0];
        return start.length() <= MOST_NAMED ? start : start.substring(0, MOST_NAMED) + "...";
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return Printable.text(end < 0 ? text : text.substring(0, end + 1));
    }

    /** Left is cheap while nothing is lost, low is cheap when something is. */
    private Optional<Chart> chart() {
        Map<String, CellResult> uploads =
                uploads().stream().collect(Collectors.toMap(CellResult::rowName, cell -> cell, (a, b) -> a));
        List<Chart.Spot> spots = recoveries().stream()
                .filter(cell -> !cell.figures().isEmpty() && uploads.containsKey(cell.rowName()))
                .filter(cell -> !uploads.get(cell.rowName()).figures().isEmpty())
                .map(cell -> new Chart.Spot(
                        Palette.nameOf(cell),
                        uploads.get(cell.rowName()).figure().orElseThrow().median() / Scale.MICROSECONDS.perUnit(),
                        cell.figure().orElseThrow().median() / Scale.MICROSECONDS.perUnit()))
                .toList();
        return spots.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart.Scatter(
                        "overview-chart",
                        "Upload of " + size + " while nothing is lost, and recovery",
                        "Each strategy's time of an upload of " + size
                                + " against its time until an access to lost pages has returned, both in"
                                + " microseconds on logarithmic axes; the lower left is best. The tables on staging and recovery have the figures.",
                        new Axis("one upload, \u00b5s (log scale)", true),
                        new Axis("one recovery, \u00b5s (log scale)", true),
                        spots));
    }

    /**
     * Instructions that a lost page takes, counted in the kernel lab on an emulated CPU: the only figures of the kernel flag that a
     * machine without it can show. Read from {@code lab/evidence.txt} beside the run folder.
     */
    private static final class LabCounts {

        private static final String TABLE = "Instructions of a lost page";
        private static final long MOST_BYTES = 1 << 20;

        private LabCounts() {}

        /** One line; empty where there is no lab, or not the table that is looked for. */
        static Optional<Sentence> besideRun(Path run) {
            Path file = run.toAbsolutePath().normalize().resolveSibling("lab").resolve("evidence.txt");
            try {
                if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                    return Optional.empty();
                }
                return line(Files.readString(file, StandardCharsets.US_ASCII)
                        .lines()
                        .toList());
            } catch (IOException e) {
                // The line is a service: a run is reported without it, too.
                return Optional.empty();
            }
        }

        private static Optional<Sentence> line(List<String> lines) {
            int start = lines.indexOf(TABLE);
            if (start < 0 || start + 2 > lines.size()) {
                return Optional.empty();
            }
            List<String> kernels = List.of(lines.get(start + 1).strip().split(" +"));
            Map<String, Map<String, String>> counts = new LinkedHashMap<>();
            for (String line : lines.subList(start + 2, lines.size())) {
                String[] cells = line.strip().split(" +");
                if (cells.length != kernels.size() + 1) {
                    break;
                }
                Map<String, String> byKernel = new LinkedHashMap<>();
                kernels.forEach(kernel -> byKernel.put(kernel, cells[kernels.indexOf(kernel) + 1]));
                counts.put(cells[0], byKernel);
            }
            return Optional.ofNullable(text(counts)).map(Sentence::join);
        }

        private static String text(Map<String, Map<String, String>> counts) {
            Map<String, String> flag = counts.getOrDefault("nofault-private", Map.of());
            Map<String, String> guard = counts.getOrDefault("guard-libwayland", Map.of());
            List<String> needed = Arrays.asList(flag.get("next"), flag.get("2021"), guard.get("next"));
            boolean whole = needed.stream().allMatch(count -> count != null && count.matches("[0-9]{1,9}([.][0-9])?"));
            return whole
                    ? "Kernel flag, instructions per lost page: " + needed.get(0) + " (series of this project), "
                            + needed.get(1)
                            + " (proposal of 2021), " + needed.get(2)
                            + " under libwayland's algorithm. Counted on an emulated CPU in results/lab, not here."
                    : null;
        }
    }
}
