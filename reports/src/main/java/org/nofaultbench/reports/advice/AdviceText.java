// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.render.text.Ascii;
import org.nofaultbench.reports.render.text.TableText;
import org.nofaultbench.reports.render.text.Wrap;

/** Advice on a terminal: the sentences, whether to trust them, and the table of what to use; at most 100 columns. */
public final class AdviceText {

    private static final int WIDTH = 100;

    private AdviceText() {}

    public static String of(Report report) {
        List<String> lines = new ArrayList<>();
        report.lead().forEach(sentence -> lines.addAll(Wrap.at(WIDTH, Ascii.of(sentence))));
        lines.add("");
        lines.addAll(Wrap.hanging(WIDTH, "Run: ", Ascii.of(report.run())));
        if (report.status() != RunStatus.OK) {
            lines.addAll(Wrap.hanging(WIDTH, "Status: ", report.status() + ", "
                    + Ascii.of(String.join("; ", report.reasons()))));
        }
        report.warnings().forEach(warning -> lines.addAll(Wrap.hanging(WIDTH, "Note: ", Ascii.of(warning))));
        report.contents().stream().limit(1).flatMap(Content::tables).limit(1).forEach(table -> {
            lines.add("");
            lines.addAll(new TableText(table).lines(WIDTH));
        });
        return String.join("\n", lines) + "\n";
    }
}
