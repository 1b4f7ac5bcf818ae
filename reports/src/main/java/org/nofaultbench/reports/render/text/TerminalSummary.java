// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.RunStatus;

/** What a user reads in the terminal when a run has ended: status, warnings and every judged table, at most 100 columns. */
public final class TerminalSummary {

    private static final int WIDTH = 100;

    private TerminalSummary() {}

    public static String of(Report report) {
        List<String> lines = new ArrayList<>(Wrap.hanging(WIDTH, "Run: ", Ascii.of(report.run())));
        if (report.status() != RunStatus.OK) {
            lines.addAll(Wrap.hanging(WIDTH, "Status: ", report.status() + ", "
                    + Ascii.of(String.join("; ", report.reasons()))));
        }
        report.warnings().forEach(warning -> lines.addAll(Wrap.hanging(WIDTH, "Note: ", Ascii.of(warning))));
        report.contents().stream().flatMap(Content::tables).filter(Table::isJudged).forEach(table -> {
            lines.add("");
            lines.addAll(new TableText(table).lines(WIDTH));
            lines.addAll(new TableText(table).notes(WIDTH));
        });
        lines.add("");
        lines.addAll(Wrap.at(WIDTH, Ascii.of(report.tally())));
        return String.join("\n", lines) + "\n";
    }
}
