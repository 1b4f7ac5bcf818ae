// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.model.Printable;

/**
 * A matrix with one letter a column under the column's number, written downwards; the names stand below. Columns that do not
 * fit go into a second matrix.
 */
final class MatrixText {

    private static final Map<String, String> LETTERS =
            Map.of("yes", "y", "no", "n", "skip", "s", Matrix.DECLARED, "d", Matrix.NOTHING, ".");
    private static final String NOT_OK = "!";
    private static final List<String> KEY = List.of(
            "y yes",
            "n no",
            "s skipped",
            "d declared",
            "! not as declared or no answer",
            ". neither declared nor tested");
    private static final int LEAST_COLUMNS = 8;

    private final Matrix matrix;
    private final List<String> labels;
    private final int labelWidth;

    MatrixText(Matrix matrix, int width) {
        this.matrix = matrix;
        int most = width - 2 * LEAST_COLUMNS;
        this.labels = matrix.rows().stream().map(row -> cut(row, most)).toList();
        this.labelWidth = labels.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String cut(Matrix.Row row, int most) {
        String label = Ascii.of(Printable.brief(row.label())) + (row.standIn() ? "*" : "");
        return label.length() <= most ? label : label.substring(0, most - 3) + "...";
    }

    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        int perPart = (width - labelWidth) / 2;
        for (int from = 0; from < matrix.columns().size(); from += perPart) {
            lines.addAll(part(from, Math.min(from + perPart, matrix.columns().size())));
            lines.add("");
        }
        lines.addAll(Wrap.at(width, key()));
        if (matrix.hasStandIn()) {
            lines.addAll(Wrap.at(width, TableText.STAND_IN));
        }
        lines.addAll(names(width));
        return lines;
    }

    /** Of the letters that occur. */
    private String key() {
        Set<String> used = matrix.rows().stream()
                .flatMap(row -> row.marks().stream())
                .map(MatrixText::letter)
                .collect(Collectors.toSet());
        return KEY.stream()
                .filter(meaning -> used.contains(meaning.substring(0, 1)))
                .collect(Collectors.joining(", "));
    }

    private static String letter(String mark) {
        return LETTERS.getOrDefault(mark, NOT_OK);
    }

    private List<String> part(int from, int to) {
        List<String> lines = new ArrayList<>(numbers(from, to));
        for (int i = 0; i < labels.size(); i++) {
            List<String> marks = matrix.rows().get(i).marks().subList(from, to);
            lines.add(line(labels.get(i), marks.stream().map(MatrixText::letter).toList()));
        }
        return lines;
    }

    /** One line a digit, so that a number is as narrow as the letters below it. */
    private List<String> numbers(int from, int to) {
        int digits = number(0).length();
        return IntStream.range(0, digits)
                .mapToObj(digit -> line(
                        digit == digits - 1 ? Ascii.of(matrix.corner()) : "",
                        IntStream.range(from, to)
                                .mapToObj(column -> number(column + 1).substring(digit, digit + 1))
                                .toList()))
                .toList();
    }

    /** As wide as the largest. */
    private String number(int number) {
        int digits = Integer.toString(matrix.columns().size()).length();
        return String.format(Locale.ROOT, "%" + digits + "d", number);
    }

    private String line(String label, List<String> letters) {
        return (label
                        + " ".repeat(Math.max(0, labelWidth - label.length()))
                        + letters.stream().map(letter -> " " + letter).collect(Collectors.joining()))
                .stripTrailing();
    }

    /** Side by side, numbered downwards, where at least two fit. */
    private List<String> names(int width) {
        List<String> names = IntStream.range(0, matrix.columns().size())
                .mapToObj(column -> number(column + 1) + " "
                        + Ascii.of(Printable.brief(matrix.columns().get(column))))
                .toList();
        int nameWidth = 2 + names.stream().mapToInt(String::length).max().orElse(0);
        int across = (width + 2) / nameWidth;
        if (across < 2) {
            return names.stream().flatMap(name -> Wrap.at(width, name).stream()).toList();
        }
        int down = (names.size() + across - 1) / across;
        return IntStream.range(0, down)
                .mapToObj(row -> IntStream.iterate(row, at -> at < names.size(), at -> at + down)
                        .mapToObj(at -> names.get(at)
                                + " ".repeat(nameWidth - names.get(at).length()))
                        .collect(Collectors.joining())
                        .stripTrailing())
                .toList();
    }
}
