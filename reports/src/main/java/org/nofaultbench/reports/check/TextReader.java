// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads tables and sentences out of a text in fixed columns. A table begins with a line whose first word heads the row names;
 * its caption stands above, and an empty line, a note or a list ends it.
 */
final class TextReader {

    private static final Set<String> CORNERS =
            Set.of("strategy", "what", "operation", "per fork", "what is limited", "comparison", "scenario");
    private static final Pattern END = Pattern.compile("|\\* .*|UNDECIDED\\+ leans.*| - .*|Page: .*|-+");

    private final List<String> lines;

    TextReader(String text) {
        this.lines = Arrays.asList(text.split("\n", -1));
    }

    String text() {
        return String.join("\n", lines);
    }

    List<PrintedTable> tables() {
        List<PrintedTable> tables = new ArrayList<>();
        for (int from = nextHeader(0); from < lines.size(); from = nextHeader(from + 1)) {
            int end = endOf(from);
            boolean isFolded = from > 1 && lines.get(from - 1).isEmpty() && isInTable(from - 2);
            if (!isFolded) {
                List<String> block = new ArrayList<>(lines.subList(from, end));
                String caption = captionAbove(from);
                if (UnrolledText.isFolded(block)) {
                    tables.addAll(UnrolledText.tables(caption, UnrolledText.unfolded(block, below(end + 1))));
                } else {
                    tables.addAll(tables(caption, block));
                    folded(caption, end).forEach(tables::add);
                }
            }
        }
        return tables;
    }

    private int nextHeader(int from) {
        int at = from;
        while (at < lines.size() && !isHeader(lines.get(at))) {
            at++;
        }
        return at;
    }

    private int endOf(int header) {
        int end = header;
        while (end < lines.size() && !END.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }

    private boolean isInTable(int line) {
        int from = line;
        while (from >= 0 && !END.matcher(lines.get(from)).matches()) {
            if (isHeader(lines.get(from))) {
                return true;
            }
            from--;
        }
        return false;
    }

    /** The columns that did not fit beside the others stand in a table below, under the same caption. */
    private List<PrintedTable> folded(String caption, int end) {
        List<PrintedTable> tables = new ArrayList<>();
        int from = end + 1;
        while (from < lines.size() && lines.get(end).isEmpty() && isHeader(lines.get(from))) {
            int next = endOf(from);
            tables.addAll(tables(caption, lines.subList(from, next)));
            from = next + 1;
            if (next >= lines.size() || !lines.get(next).isEmpty()) {
                break;
            }
        }
        return tables;
    }

    private List<String> below(int line) {
        return lines.subList(Math.min(line, lines.size()), lines.size());
    }

    private static boolean isHeader(String line) {
        return CORNERS.stream().anyMatch(corner -> line.startsWith(corner + "  "));
    }

    /** Empty for the second half of a table that was folded. */
    private String captionAbove(int header) {
        int from = header;
        while (from > 0 && !END.matcher(lines.get(from - 1)).matches()) {
            from--;
        }
        return String.join(" ", lines.subList(from, header));
    }

    private static List<PrintedTable> tables(String caption, List<String> block) {
        return UnrolledText.isOne(block)
                ? UnrolledText.tables(caption, block)
                : List.of(ColumnedText.table(caption, block));
    }
}
