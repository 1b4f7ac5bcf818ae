// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A section's table as lines. A judged entry has five parts, so a table of them is unrolled: one line a row and column, grouped
 * by column, which also is what people quote in mails.
 */
public final class TableText {

    static final String STAND_IN = "* stand-in for the kernel flag, which no released kernel has";
    private static final List<String> JUDGED = List.of("time", "+-", "ratio", "95% interval", "verdict");
    private static final List<String> SIGHT = List.of("sees", "A/A");
    /** From here on there is room for what a row could have seen. */
    private static final int WIDE = 100;

    private static final String LEANING = Verdict.UNDECIDED.label();
    private static final String LEAN = "UNDECIDED+ leans to SLOWER, UNDECIDED- to FASTER";

    private final Table table;

    public TableText(Table table) {
        this.table = table;
    }

    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        if (!table.caption().isEmpty()) {
            lines.addAll(Wrap.at(width, Ascii.of(table.caption().text())));
        }
        lines.addAll((table.isJudged() ? unrolled(width >= WIDE) : plain()).lines(width));
        return lines;
    }

    /** What explains the signs that stand in the lines. */
    List<String> notes(int width) {
        List<String> notes = new ArrayList<>();
        if (lines(width).stream().anyMatch(line -> line.contains(LEANING))) {
            notes.addAll(Wrap.at(width, LEAN));
        }
        if (table.hasStandIn()) {
            notes.addAll(Wrap.at(width, STAND_IN));
        }
        return notes;
    }

    private TextTable plain() {
        List<String> header = new ArrayList<>(List.of(Ascii.of(table.corner())));
        table.columns().forEach(column -> header.add(Ascii.of(Printable.brief(column))));
        return new TextTable(
                header, table.rows().stream().map(TableText::plainRow).toList());
    }

    private static List<String> plainRow(Table.Row row) {
        List<String> cells = new ArrayList<>(List.of(label(row, "")));
        row.entries().forEach(entry -> cells.add(text(entry)));
        return cells;
    }

    private TextTable unrolled(boolean wide) {
        List<String> header = new ArrayList<>(JUDGED);
        header.addAll(wide ? SIGHT : List.of());
        List<List<String>> rows = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().size() > 1) {
                rows.add(padded(List.of(Ascii.of(Printable.brief(table.columns().get(column))) + ":"), header.size()));
            }
            for (Table.Row row : table.rows()) {
                List<String> cells =
                        new ArrayList<>(List.of(label(row, table.columns().size() > 1 ? " " : "")));
                cells.addAll(judged(row.entries().get(column), wide));
                rows.add(padded(cells, header.size()));
            }
        }
        header.add(0, Ascii.of(table.corner()));
        return new TextTable(header, rows);
    }

    private static List<String> padded(List<String> cells, int columns) {
        List<String> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(columns + 1 - cells.size(), ""));
        return padded;
    }

    private static List<String> judged(Entry entry, boolean wide) {
        if (!(entry instanceof Entry.Judged judged)) {
            return List.of(text(entry));
        }
        List<String> cells = new ArrayList<>(List.of(Ascii.of(judged.time()), judged.deviation()));
        if (judged.ratio().isEmpty()) {
            cells.addAll(List.of("", "", "-"));
            return cells;
        }
        cells.addAll(List.of(
                judged.ratioText(),
                judged.ratioEnds()
                        .map(ends -> "[" + String.join(", ", ends) + "]")
                        .orElse("n=" + judged.ratio().get().n()),
                judged.verdict()));
        if (wide) {
            cells.add(judged.resolution().get(0));
            cells.add(judged.resolution().size() > 1 ? judged.resolution().get(1) : "-");
        }
        return cells;
    }

    private static String label(Table.Row row, String indent) {
        return indent + Ascii.of(Printable.brief(row.label())) + (row.standIn() ? "*" : "");
    }

    /** As one line of ASCII. */
    private static String text(Entry entry) {
        if (entry instanceof Entry.Text text) {
            return Ascii.of(text.text());
        }
        if (entry instanceof Entry.Figure figure) {
            return figure.value().text() + " "
                    + figure.ends()
                            .map(ends -> "[" + String.join(", ", ends) + "]")
                            .orElse("(n=" + figure.value().n() + ")");
        }
        if (entry instanceof Entry.Judged judged) {
            return Ascii.of(judged.time());
        }
        if (entry instanceof Entry.Marked marked) {
            return Ascii.of(marked.text());
        }
        if (entry instanceof Entry.Spark spark) {
            return Ascii.of(spark.chart().description());
        }
        return ((Entry.Missing) entry).absence().kind().name();
    }
}
