// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.benchmarks.trial.CaseResult;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.PropertyMatrix;

/**
 * Progress on a terminal, and when everything is over, if wanted, the matrix of strategies and properties in 100 columns:
 * properties are numbered, and those that do not fit stand in a second part below. The names and the reasons follow.
 */
final class TableOutput implements Output {

    private static final int WIDTH = 100;
    private static final int CELL = "  YES!".length();
    private static final String NO_EXPERIMENT = ".";

    private final PrintStream out;
    private final Terminal terminal;
    private final boolean matrixWanted;
    private int total;
    private int done;
    private PropertyMatrix matrix;
    private List<String> strategies;
    private int labelWidth;

    TableOutput(PrintStream out, boolean terminal, boolean matrixWanted) {
        this.out = out;
        this.terminal = new Terminal(out, terminal);
        this.matrixWanted = matrixWanted;
    }

    @Override
    public void begin(int cases) {
        total = cases;
    }

    @Override
    public void finished(CaseResult result) {
        done++;
        terminal.rewrite("verify  " + done + "/" + total + "  " + result.strategy() + " " + result.property());
    }

    @Override
    public void end(Findings findings) {
        terminal.rewrite("");
        if (matrixWanted) {
            print(findings);
        }
    }

    private void print(Findings findings) {
        Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
        findings.strategies().forEach(strategy -> rows.put(strategy.id(), strategy.observations()));
        matrix = PropertyMatrix.of(rows);
        strategies = List.copyOf(matrix.rows().keySet());
        labelWidth = strategies.stream().mapToInt(String::length).max().orElse(0);
        lines().forEach(out::println);
        out.println(findings.summary());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = matrix.properties().size();
        // As many parts as are needed, each as wide as the others.
        int fitting = Math.max(1, (WIDTH - labelWidth) / CELL);
        int parts = Math.max(1, (count + fitting - 1) / fitting);
        int perPart = Math.max(1, (count + parts - 1) / parts);
        for (int from = 0; from < count; from += perPart) {
            lines.addAll(part(from, Math.min(from + perPart, count)));
            lines.add("");
        }
        lines.addAll(names());
        lines.addAll(footnotes());
        return lines;
    }

    private List<String> part(int from, int to) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", IntStream.range(from, to).mapToObj(i -> Integer.toString(i + 1))));
        for (String strategy : strategies) {
            lines.add(line(
                    strategy,
                    matrix.properties().subList(from, to).stream()
                            .map(property -> matrix.at(strategy, property)
                                    .map(Observation::mark)
                                    .orElse(NO_EXPERIMENT))));
        }
        return lines;
    }

    private String line(String label, Stream<String> cells) {
        String marks = cells.map(cell -> padded("  " + cell, CELL)).collect(Collectors.joining());
        return (padded(label, labelWidth) + marks).stripTrailing();
    }

    private List<String> names() {
        List<String> names = IntStream.range(0, matrix.properties().size())
                .mapToObj(i ->
                        padded(Integer.toString(i + 1), 3) + matrix.properties().get(i))
                .toList();
        int nameWidth = 2 + names.stream().mapToInt(String::length).max().orElse(0);
        int across = Math.max(1, (WIDTH + 2) / nameWidth);
        int rows = (names.size() + across - 1) / across;
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.iterate(row, at -> at < names.size(), at -> at + rows)
                        .mapToObj(at -> padded(names.get(at), nameWidth))
                        .collect(Collectors.joining())
                        .stripTrailing())
                .toList();
    }

    private List<String> footnotes() {
        List<String> lines = new ArrayList<>();
        Stream<String> contradictions = matrix.notOk().stream().map(place -> {
            Observation seen = place.observation();
            String detail = seen.detail() == null ? "" : " " + seen.detail();
            return place.strategy() + " " + place.property() + ": " + seen.mark() + detail;
        });
        add(lines, "Not as declared", contradictions.toList());
        add(lines, "No, because", reasons(Observed.NO));
        add(lines, "Skipped, because", reasons(Observed.SKIPPED));
        lines.add("");
        return lines;
    }

    private List<String> reasons(Observed observed) {
        return matrix.reasons(observed).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static void add(List<String> lines, String heading, List<String> notes) {
        if (!notes.isEmpty()) {
            lines.add("");
            lines.add(heading);
            notes.forEach(note ->
                    lines.addAll(Arrays.asList(("  " + WordUtils.wrap(note, WIDTH - 4, "\n    ", true)).split("\n"))));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
