// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.analysis.Printable;
import org.nofaultbench.reports.section.Entry;
import org.nofaultbench.reports.section.Numbers;
import org.nofaultbench.reports.section.Table;

/**
 * A section's table as lines. A judged entry has five parts, so a table of them is unrolled: one line a row and column, grouped
 * by column, which also is what people quote in mails.
 */
final class TableText {

    static final String STAND_IN = "* stand-in: it stands for something that no released kernel can run";
    private static final List<String> JUDGED = List.of("time", "+-", "ratio", "95% interval", "verdict");

    private final Table table;

    TableText(Table table) {
        this.table = table;
    }

    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        if (!table.caption().isEmpty()) {
            lines.addAll(Wrap.at(width, Ascii.of(table.caption())));
        }
        lines.addAll((table.isJudged() ? unrolled() : plain()).lines(width));
        if (table.hasStandIn()) {
            lines.addAll(Wrap.at(width, STAND_IN));
        }
        return lines;
    }

    private TextTable plain() {
        List<String> header = new ArrayList<>(List.of(Ascii.of(table.corner())));
        table.columns().forEach(column -> header.add(Ascii.of(Printable.brief(column))));
        return new TextTable(header, table.rows().stream().map(TableText::plainRow).toList());
    }

    private static List<String> plainRow(Table.Row row) {
        List<String> cells = new ArrayList<>(List.of(label(row, "")));
        row.entries().forEach(entry -> cells.add(EntryText.of(entry)));
        return cells;
    }

    private TextTable unrolled() {
        List<String> header = new ArrayList<>(List.of(Ascii.of(table.corner())));
        header.addAll(JUDGED);
        List<List<String>> rows = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            rows.add(group(column));
            for (Table.Row row : table.rows()) {
                rows.add(judgedRow(row, row.entries().get(column)));
            }
        }
        return new TextTable(header, rows);
    }

    private List<String> group(int column) {
        List<String> cells = new ArrayList<>(List.of(Ascii.of(Printable.brief(table.columns().get(column))) + ":"));
        cells.addAll(Collections.nCopies(JUDGED.size(), ""));
        return cells;
    }

    private static List<String> judgedRow(Table.Row row, Entry entry) {
        String label = label(row, " ");
        if (!(entry instanceof Entry.Judged judged)) {
            return List.of(label, EntryText.of(entry), "", "", "", "");
        }
        String time = EntryText.time(judged);
        String deviation = EntryText.deviation(judged.figure());
        if (judged.comparison().isEmpty()) {
            return List.of(label, time, deviation, "", "", "-");
        }
        Comparison comparison = judged.comparison().get();
        return List.of(label, time, deviation, Numbers.ratio(comparison.ratio().median()),
                EntryText.ratioInterval(comparison.ratio()), comparison.verdict().label());
    }

    private static String label(Table.Row row, String indent) {
        return indent + Ascii.of(Printable.brief(row.label())) + (row.standIn() ? "*" : "");
    }
}
