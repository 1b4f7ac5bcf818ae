// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of text in a fixed width. Long texts wrap inside their column; columns that do not fit side by side at all go into a
 * second table below, with the rows named again.
 */
public final class TextTable {

    private static final int GAP = 2;
    private static final int NARROW_GAP = 1;
    private static final int NARROWEST_TEXT = 14;
    private static final Pattern FIGURE =
            Pattern.compile("[-+0-9.,x()\\[\\] ]*(?: ?(?:ns|us|ms|GB/s|%))?|SKIPPED|FAILED|PENDING|too few|control");

    private final List<String> header;
    private final List<List<String>> rows;
    private final boolean[] figures;

    /** The header's first cell names the rows; every row has as many cells as the header. */
    public TextTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
        this.figures = new boolean[header.size()];
        for (int i = 1; i < figures.length; i++) {
            int column = i;
            figures[i] = rows.stream()
                    .allMatch(row -> FIGURE.matcher(row.get(column)).matches());
        }
    }

    public List<String> lines(int width) {
        int[] widths = widths(width);
        if (total(widths) <= width || header.size() <= 2) {
            return drawn(forced(widths, width), GAP);
        }
        return isNarrowlyTooWide(widths, width) ? drawn(widths, NARROW_GAP) : folded(width);
    }

    /** A second table is harder to read than columns that stand close. */
    private static boolean isNarrowlyTooWide(int[] widths, int width) {
        return total(widths) - (widths.length - 1) * (GAP - NARROW_GAP) <= width;
    }

    private List<String> folded(int width) {
        int end = fittingColumns(width);
        List<String> lines = new ArrayList<>(columns(1, end).lines(width));
        lines.add("");
        lines.addAll(columns(end, header.size()).lines(width));
        return lines;
    }

    /** How many columns from the left fit, at least one beside the row names and not all. */
    private int fittingColumns(int width) {
        int[] narrowest = IntStream.range(0, header.size()).map(this::least).toArray();
        int end = 2;
        while (end < narrowest.length && total(Arrays.copyOf(narrowest, end + 1)) <= width) {
            end++;
        }
        return Math.min(end, header.size() - 1);
    }

    private TextTable columns(int from, int to) {
        return new TextTable(
                pick(header, from, to),
                rows.stream().map(row -> pick(row, from, to)).toList());
    }

    private static List<String> pick(List<String> cells, int from, int to) {
        List<String> picked = new ArrayList<>(List.of(cells.get(0)));
        picked.addAll(cells.subList(from, to));
        return picked;
    }

    /** Natural widths, the widest text column narrowed until all fit or none can give way. */
    private int[] widths(int width) {
        int[] widths = IntStream.range(0, header.size()).map(this::natural).toArray();
        int[] least = IntStream.range(0, header.size()).map(this::least).toArray();
        while (total(widths) > width) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > least[i])
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElse(-1);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** A last resort for two columns that are both too wide. */
    private static int[] forced(int[] widths, int width) {
        int[] fitted = widths.clone();
        for (int i = 0; total(fitted) > width; i = (i + 1) % fitted.length) {
            fitted[i] = Math.max(4, fitted[i] - 1);
        }
        return fitted;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }

    private int natural(int column) {
        int entries =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        int heading = figures[column]
                ? longestPiece(header.get(column))
                : header.get(column).length();
        return Math.max(entries, heading);
    }

    private int least(int column) {
        int least = figures[column] ? natural(column) : Math.min(natural(column), NARROWEST_TEXT);
        return column == 0
                ? Math.min(natural(0), 2 * NARROWEST_TEXT)
                : Math.max(least, longestPiece(header.get(column)));
    }

    private static int longestPiece(String heading) {
        return Arrays.stream(pieces(heading).split(" "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** A heading may break after its hyphens. */
    private static String pieces(String heading) {
        return heading.replace("-", "- ");
    }

    private List<String> drawn(int[] widths, int gap) {
        List<String> lines = new ArrayList<>(drawn(heading(widths), widths, gap));
        for (List<String> row : rows) {
            lines.addAll(drawn(
                    IntStream.range(0, widths.length)
                            .mapToObj(i -> Wrap.at(widths[i], row.get(i)))
                            .toList(),
                    widths,
                    gap));
        }
        return lines;
    }

    private List<List<String>> heading(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> header.get(i).length() <= widths[i]
                        ? List.of(header.get(i))
                        : Wrap.at(widths[i], pieces(header.get(i))))
                .toList();
    }

    private List<String> drawn(List<List<String>> cells, int[] widths, int gap) {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(line -> line(cells, line, widths, gap))
                .toList();
    }

    private String line(List<List<String>> cells, int line, int[] widths, int gap) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = line < cells.get(i).size() ? cells.get(i).get(line) : "";
            String room = " ".repeat(Math.max(0, widths[i] - text.length()));
            out.append(i == 0 ? "" : " ".repeat(gap)).append(figures[i] ? room + text : text + room);
        }
        return out.toString().stripTrailing();
    }
}
