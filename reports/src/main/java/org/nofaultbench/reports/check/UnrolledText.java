// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;

/** A judged table of a text, which has a line for every figure and a heading above each of its groups. */
final class UnrolledText {

    private static final String LAST = "verdict";

    private UnrolledText() {}

    static boolean isOne(List<String> block) {
        return block.get(0).replaceAll(" +", " ").contains("time +- ratio");
    }

    /** Whether the verdicts stand in a table of their own below. */
    static boolean isFolded(List<String> block) {
        return isOne(block) && !block.get(0).contains(LAST);
    }

    /** The verdicts of a judged table that stand below it, put back behind their rows. */
    static List<String> unfolded(List<String> block, List<String> below) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            String verdict = i < below.size() ? below.get(i).strip() : "";
            int label = verdict.indexOf("  ");
            whole.add(label < 0 ? block.get(i) : block.get(i) + "  " + verdict.substring(label).strip());
        }
        return whole;
    }

    /** A group a column, or a single column without a name. */
    static List<PrintedTable> tables(String caption, List<String> block) {
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

    /** Without the mark of a stand-in. */
    static String unmarked(String label) {
        return label.endsWith("*") ? label.substring(0, label.length() - 1) : label;
    }
}
