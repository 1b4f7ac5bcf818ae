// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;

/** A table of a text whose columns are told by the strips that are blank in every line. */
final class ColumnedText {

    private static final int GAP = 2;

    private ColumnedText() {}

    static PrintedTable table(String caption, List<String> block) {
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
                .map(row -> new PrintedTable.Row(UnrolledText.unmarked(row.get(0)), row.stream().skip(1).map(Printed::ofLine).toList()))
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
