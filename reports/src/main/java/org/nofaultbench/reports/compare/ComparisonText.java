// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.compare.ComparisonReport.ReportLine;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.render.text.Ascii;
import org.nofaultbench.reports.render.text.TextTable;
import org.nofaultbench.reports.render.text.Wrap;

/** A comparison for a terminal: at most 100 columns of ASCII. */
public final class ComparisonText {

    private static final int WIDTH = 100;

    private ComparisonText() {}

    public static String of(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        report.base().forEach(base -> lines.addAll(Wrap.hanging(WIDTH, "Base: ", brief(base))));
        lines.addAll(Wrap.hanging(WIDTH, "New:  ", brief(report.next())));
        report.differences().forEach(difference -> lines.addAll(Wrap.hanging(WIDTH, "Differs: ", text(difference))));
        report.notes().forEach(note -> lines.addAll(Wrap.hanging(WIDTH, "Note: ", text(note))));
        lines.add("");
        lines.addAll(new TextTable(
                        ReportLine.HEADER,
                        report.lines().stream().map(ComparisonText::cells).toList())
                .lines(WIDTH));
        lines.add("");
        addByReason("* ", report.cautions(), lines);
        addByReason("Missing: ", report.missing(), lines);
        addByReason("Not compared: ", report.unmatched(), lines);
        lines.addAll(Wrap.at(WIDTH, report.explanation()));
        if (!report.advice().isEmpty()) {
            lines.add(report.advice());
        }
        lines.addAll(Wrap.at(WIDTH, report.headline()));
        return String.join("\n", lines) + "\n";
    }

    private static void addByReason(String label, Map<String, List<String>> rows, List<String> lines) {
        rows.forEach((reason, of) -> lines.addAll(Wrap.hanging(
                WIDTH,
                label,
                text(reason) + ": "
                        + String.join(
                                ", ", of.stream().map(ComparisonText::brief).toList()))));
    }

    private static List<String> cells(ReportLine line) {
        return line.cells(ComparisonText::brief);
    }

    private static String brief(String raw) {
        return Ascii.of(Printable.brief(raw));
    }

    /** Whole, where a sentence of ours follows a name; a name of 10 kB would hide everything else. */
    private static String text(String raw) {
        return raw.length() <= 1000
                ? Ascii.of(raw)
                : Ascii.of(raw.substring(0, 500) + " ... " + raw.substring(raw.length() - 300));
    }
}
