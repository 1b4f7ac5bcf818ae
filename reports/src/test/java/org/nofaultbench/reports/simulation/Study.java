// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.List;

/**
 * One question's table, finished.
 *
 * @param title the question
 * @param text what the columns mean and what is promised
 * @param columns their headings
 * @param rows as many cells each as there are columns
 */
public record Study(String title, String text, List<String> columns, List<List<String>> rows) {

    /** As Markdown. */
    public String markdown() {
        StringBuilder out = new StringBuilder("## " + title + "\n\n" + text + "\n\n");
        out.append(line(columns))
                .append(line(columns.stream().map(column -> "---").toList()));
        rows.forEach(row -> out.append(line(row)));
        return out.append('\n').toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
