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

    private static final Set<String> CORNERS = Set.of("strategy", "what", "operation", "per fork", "what is limited", "comparison");
    private static final Pattern END = Pattern.compile("|\\* .*|UNDECIDED\\+ leans.*| - .*|Page: .*|-+");
    private static final String LAST = "verdict";
    private static final int GAP = 2;

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
                if (isJudged(block) && !block.get(0).contains(LAST)) {
                    tables.addAll(tables(caption, unfolded(block, end + 1)));
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

    /** The verdicts of a judged table that stand below it, put back behind their rows. */
    private List<String> unfolded(List<String> block, int second) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            String below = second + i < lines.size() ? lines.get(second + i).strip() : "";
            int label = below.indexOf("  ");
            whole.add(label < 0 ? block.get(i) : block.get(i) + "  " + below.substring(label).strip());
        }
        return whole;
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

    private static boolean isJudged(List<String> block) {
        return block.get(0).replaceAll(" +", " ").contains("time +- ratio");
    }

    private List<PrintedTable> tables(String caption, List<String> block) {
        return isJudged(block)
                ? judged(caption, block)
                : List.of(plain(caption, block));
    }

    /** Unrolled: a group a column, or a single column without a name. */
    private List<PrintedTable> judged(String caption, List<String> block) {
        List<PrintedTable> tables = new ArrayList<>();
        List<PrintedTable.Row> rows = new ArrayList<>();
        String column = "";
        for (String line : block.subList(1, block.size())) {
            if (line.endsWith(":") && !line.contains("  ")) {
                tables.add(new PrintedTable(caption, List.of(column), rows));
                rows = new ArrayList<>();
                column = line.substring(0, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("    ")) {
                String[] parts = line.strip().split(" +", 2);
                rows.add(new PrintedTable.Row(unmarked(parts[0]), List.of(Printed.ofLine(parts.length > 1 ? parts[1].strip() : ""))));
            }
        }
        tables.add(new PrintedTable(caption, List.of(column), rows));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static String unmarked(String label) {
        return label.endsWith("*") ? label.substring(0, label.length() - 1) : label;
    }

    /** Columns are told by the strips that are blank in every line. */
    private static PrintedTable plain(String caption, List<String> block) {
        List<int[]> spans = spans(block);
        List<List<String>> cells = new ArrayList<>();
        for (String line : block) {
            List<String> here = spans.stream().map(span -> cut(line, span)).toList();
            if (!cells.isEmpty() && (here.get(0).isEmpty() || isBroken(cells.get(cells.size() - 1).get(0)))) {
                cells.set(cells.size() - 1, joined(cells.get(cells.size() - 1), here));
            } else {
                cells.add(here);
            }
        }
        List<PrintedTable.Row> rows = cells.stream().skip(1)
                .map(row -> new PrintedTable.Row(unmarked(row.get(0)), row.stream().skip(1).map(Printed::ofLine).toList()))
                .toList();
        return new PrintedTable(caption, cells.get(0).subList(1, spans.size()), rows);
    }

    /** Whether a row's name goes on below: names break behind these and end in neither. */
    private static boolean isBroken(String label) {
        return label.length() > 1 && !label.contains(" ") && (label.endsWith("-") || label.endsWith("/") || label.endsWith("."));
    }

    private static List<int[]> spans(List<String> block) {
        int width = block.stream().mapToInt(String::length).max().orElse(0);
        List<int[]> spans = new ArrayList<>();
        int start = 0;
        int blank = 0;
        for (int x = 0; x <= width; x++) {
            int at = x;
            boolean empty = x == width || block.stream().allMatch(line -> at >= line.length() || line.charAt(at) == ' ');
            if (empty) {
                blank++;
            } else {
                if (blank >= GAP && x > blank) {
                    spans.add(new int[] {start, x - blank});
                    start = x;
                }
                blank = 0;
            }
        }
        spans.add(new int[] {start, width});
        return spans;
    }

    private static String cut(String line, int[] span) {
        return span[0] >= line.length() ? "" : line.substring(span[0], Math.min(span[1], line.length())).strip();
    }

    private static List<String> joined(List<String> above, List<String> below) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            String a = above.get(i);
            String b = below.get(i);
            joined.add(a.isEmpty() || b.isEmpty() ? a + b : isBroken(a) ? a + b : a + " " + b);
        }
        return joined;
    }
}
