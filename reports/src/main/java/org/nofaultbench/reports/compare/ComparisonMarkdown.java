// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.ComparisonReport.ReportLine;
import org.nofaultbench.reports.model.Printable;

/**
 * A comparison as a comment to a pull request, in GitHub's Markdown. All that comes from the input stands in code spans: no
 * mention, link, tag or emphasis is made of a name.
 */
public final class ComparisonMarkdown {

    private ComparisonMarkdown() {}

    public static String of(ComparisonReport report) {
        List<String> lines = new ArrayList<>(List.of("### Benchmarks: " + report.headline(), ""));
        if (!report.advice().isEmpty()) {
            lines.addAll(List.of(report.advice(), ""));
        }
        report.base().forEach(base -> lines.add("- Base: " + code(base)));
        lines.add("- New: " + code(report.next()));
        report.differences().forEach(difference -> lines.add("- Differs: " + code(difference)));
        report.notes().forEach(note -> lines.add("- Note: " + code(note)));
        lines.add("");
        lines.add(cells(ReportLine.HEADER));
        lines.add("|---|--:|--:|--:|---|--:|--:|");
        report.lines().forEach(line -> lines.add(cells(cells(line))));
        lines.add("");
        addByReason("- \\* ", report.cautions(), lines);
        addByReason("- **Missing**, ", report.missing(), lines);
        addByReason("- Not compared, ", report.unmatched(), lines);
        lines.add("");
        lines.add(report.explanation());
        return String.join("\n", lines) + "\n";
    }

    private static void addByReason(String label, Map<String, List<String>> rows, List<String> lines) {
        rows.forEach((reason, of) -> lines.add(label + code(reason) + ": "
                + of.stream().map(ComparisonMarkdown::code).collect(Collectors.joining(", "))));
    }

    private static List<String> cells(ReportLine line) {
        List<String> plain = line.cells(ComparisonMarkdown::code);
        return plain.stream()
                .map(cell -> cell.equals(line.verdict()) ? verdict(line) : cell)
                .toList();
    }

    private static String verdict(ReportLine line) {
        String text = line.verdict().replace("*", "\\*");
        return line.stops() ? "**" + text + "**" : text;
    }

    private static String cells(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * A code span, whose fence is longer than any run of backticks in it (CommonMark 0.31, section 6.1); a bar has to be escaped
     * even there, where it stands in a table (GitHub Flavored Markdown, example 200).
     */
    static String code(String raw) {
        String text = Printable.brief(raw).replace("|", "\\|");
        int longest = 0;
        int run = 0;
        for (char c : text.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + text + fence : fence + " " + text + " " + fence;
    }
}
