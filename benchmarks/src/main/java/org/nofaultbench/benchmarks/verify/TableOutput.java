// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        labelWidth = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        int count = matrix.properties().size();
        // As many parts as are needed, each as wide as the others.
        int fitting = Math.max(1, (WIDTH - labelWidth) / CELL);
        int parts = Math.max(1, (count + fitting - 1) / fitting);
        int perPart = Math.max(1, (count + parts - 1) / parts);
        for (int from = 0; from < count; from += perPart) {
            printPart(from, Math.min(from + perPart, count));
            out.println();
        }
        printNames();
        Stream<String> contradictions = matrix.notOk().stream().map(place -> {
            Observation seen = place.observation();
            String detail = seen.detail() == null ? "" : " " + seen.detail();
            return place.strategy() + " " + place.property() + ": " + seen.mark() + detail;
        });
        printNotes("Not as declared", contradictions.toList());
        printNotes("No, because", reasons(Observed.NO));
        printNotes("Skipped, because", reasons(Observed.SKIPPED));
        out.println();
        out.println(findings.summary());
    }

    private void printPart(int from, int to) {
        printRow("", IntStream.range(from, to).mapToObj(i -> Integer.toString(i + 1)));
        List<String> properties = matrix.properties().subList(from, to);
        for (String strategy : matrix.rows().keySet()) {
            Stream<Optional<Observation>> seen = properties.stream().map(property -> matrix.at(strategy, property));
            printRow(strategy, seen.map(found -> found.map(Observation::mark).orElse(NO_EXPERIMENT)));
        }
    }

    private void printRow(String label, Stream<String> cells) {
        String marks = cells.map(cell -> padded("  " + cell, CELL)).collect(Collectors.joining());
        out.println((padded(label, labelWidth) + marks).stripTrailing());
    }

    private void printNames() {
        List<String> names = IntStream.range(0, matrix.properties().size())
                .mapToObj(i ->
                        padded(Integer.toString(i + 1), 3) + matrix.properties().get(i))
                .toList();
        int nameWidth = 2 + names.stream().mapToInt(String::length).max().orElse(0);
        int across = Math.max(1, (WIDTH + 2) / nameWidth);
        int rows = (names.size() + across - 1) / across;
        for (int row = 0; row < rows; row++) {
            String line = IntStream.iterate(row, at -> at < names.size(), at -> at + rows)
                    .mapToObj(at -> padded(names.get(at), nameWidth))
                    .collect(Collectors.joining());
            out.println(line.stripTrailing());
        }
    }

    private List<String> reasons(Observed observed) {
        return matrix.reasons(observed).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private void printNotes(String heading, List<String> notes) {
        if (!notes.isEmpty()) {
            out.println();
            out.println(heading);
            notes.forEach(note -> out.println("  " + WordUtils.wrap(note, WIDTH - 4, "\n    ", true)));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
