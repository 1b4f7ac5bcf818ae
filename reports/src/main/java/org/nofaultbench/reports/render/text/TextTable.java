// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of text in a fixed width. Long texts wrap inside their column; columns that do not fit side by side at all go into a
 * second table below, with the rows named again.
 */
public final class TextTable {

    private static final int GAP = 2;
    private static final int NARROW_GAP = 1;
    private static final int NARROWEST_TEXT = 14;
    private static final int NARROWEST = 4;
    private static final Pattern FIGURE =
            Pattern.compile("[-+0-9.,x()\\[\\] ]*(?: ?(?:ns|us|ms|GB/s|%))?|SKIPPED|FAILED|PENDING|too few|control");

    private final List<String> header;
    private final List<List<String>> rows;
    private final int columns;

    /** The header's first cell names the rows; every row has as many cells as the header. */
    public TextTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
        this.columns = header.size();
    }

    public List<String> lines(int width) {
        int[] least = each(this::least);
        int[] widths = narrowed(each(this::natural), column -> least[column], width);
        if (columns <= 2) {
            return drawn(narrowed(widths, column -> NARROWEST, width), GAP);
        }
        if (total(widths) <= width) {
            return drawn(widths, GAP);
        }
        // A second table is harder to read than columns that stand close.
        return total(widths) - (columns - 1) * (GAP - NARROW_GAP) <= width
                ? drawn(widths, NARROW_GAP)
                : folded(least, width);
    }

    /** As many columns as fit from the left, at least one beside the row names and not all, and the others below. */
    private List<String> folded(int[] least, int width) {
        int end = 2;
        while (end < columns - 1 && total(Arrays.copyOf(least, end + 1)) <= width) {
            end++;
        }
        List<String> lines = new ArrayList<>(part(1, end).lines(width));
        lines.add("");
        lines.addAll(part(end, columns).lines(width));
        return lines;
    }

    private TextTable part(int from, int to) {
        return new TextTable(
                pick(header, from, to),
                rows.stream().map(row -> pick(row, from, to)).toList());
    }

    private static List<String> pick(List<String> cells, int from, int to) {
        return Stream.concat(Stream.of(cells.get(0)), cells.subList(from, to).stream())
                .toList();
    }

    private int[] each(IntUnaryOperator ofColumn) {
        return IntStream.range(0, columns).map(ofColumn).toArray();
    }

    /** The widest column gives way, one character at a time, until all fit or none can. */
    private static int[] narrowed(int[] natural, IntUnaryOperator least, int width) {
        int[] widths = natural.clone();
        while (total(widths) > width) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > least.applyAsInt(i))
                    .reduce(-1, (a, b) -> a < 0 || widths[b] > widths[a] ? b : a);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }

    private boolean isFigures(int column) {
        return column > 0
                && rows.stream().allMatch(row -> FIGURE.matcher(row.get(column)).matches());
    }

    private int natural(int column) {
        int heading = isFigures(column)
                ? longestPiece(header.get(column))
                : header.get(column).length();
        return rows.stream().mapToInt(row -> row.get(column).length()).reduce(heading, Math::max);
    }

    private int least(int column) {
        int natural = natural(column);
        if (column == 0) {
            return Math.min(natural, 2 * NARROWEST_TEXT);
        }
        return Math.max(
                isFigures(column) ? natural : Math.min(natural, NARROWEST_TEXT), longestPiece(header.get(column)));
    }

    private static int longestPiece(String heading) {
        return Stream.of(pieces(heading).split(" ")).mapToInt(String::length).reduce(0, Math::max);
    }

    /** A heading may break after its hyphens. */
    private static String pieces(String heading) {
        return heading.replace("-", "- ");
    }

    private List<String> drawn(int[] widths, int gap) {
        List<List<List<String>>> wrapped = new ArrayList<>();
        wrapped.add(IntStream.range(0, columns)
                .mapToObj(i -> header.get(i).length() <= widths[i]
                        ? List.of(header.get(i))
                        : Wrap.at(widths[i], pieces(header.get(i))))
                .toList());
        rows.forEach(row -> wrapped.add(IntStream.range(0, columns)
                .mapToObj(i -> Wrap.at(widths[i], row.get(i)))
                .toList()));
        List<Boolean> right =
                IntStream.range(0, columns).mapToObj(this::isFigures).toList();
        List<String> lines = new ArrayList<>();
        for (List<List<String>> cells : wrapped) {
            int height = cells.stream().mapToInt(List::size).max().orElse(1);
            for (int line = 0; line < height; line++) {
                StringBuilder out = new StringBuilder();
                for (int i = 0; i < columns; i++) {
                    String text = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                    String room = " ".repeat(Math.max(0, widths[i] - text.length()));
                    out.append(i == 0 ? "" : " ".repeat(gap)).append(right.get(i) ? room + text : text + room);
                }
                lines.add(out.toString().stripTrailing());
            }
        }
        return lines;
    }
}
