// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.RunStatus;

/** The last screen of a run: the answer in sentences, one table, what to know about it; at most 120 columns. */
public final class TerminalSummary {

    private static final int WIDTH = 120;

    private TerminalSummary() {}

    /** The sentences, the first table and the notes of the overview, or of the first section where there is no overview. */
    public static String render(Report report) {
        List<String> lines = new ArrayList<>(Wrap.at(WIDTH, Ascii.of(report.subtitle())));
        if (report.status() != RunStatus.OK) {
            lines.addAll(Wrap.hanging(
                    WIDTH, "Status: ", report.status() + ", " + Ascii.of(String.join("; ", report.reasons()))));
        }
        lines.add("");
        report.lead().forEach(sentence -> lines.addAll(Wrap.at(WIDTH, Ascii.of(sentence.text()))));
        report.all().limit(1).forEach(content -> {
            content.all(Table.class).limit(1).map(TableText::new).forEach(table -> {
                lines.add("");
                lines.addAll(table.lines(WIDTH));
                lines.addAll(table.notes(WIDTH));
            });
            content.all(Prose.class).forEach(prose -> lines.addAll(Wrap.at(WIDTH, Ascii.of(prose.text()))));
        });
        lines.add("");
        lines.addAll(Wrap.at(WIDTH, Ascii.of(report.tally().text())));
        return String.join("\n", lines) + "\n";
    }
}
