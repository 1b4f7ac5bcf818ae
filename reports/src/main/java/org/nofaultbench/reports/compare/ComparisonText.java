// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.nofaultbench.reports.compare.ComparedRow.Column;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.render.text.Ascii;
import org.nofaultbench.reports.render.text.TextTable;
import org.nofaultbench.reports.render.text.Wrap;

/**
 * A comparison for people: for a terminal in at most 100 columns of ASCII, or as a comment to a pull request in GitHub's Markdown,
 * where all that comes from the input stands in code spans, so that no mention, link, tag or emphasis is made of a name.
 */
final class ComparisonText {

    private static final int WIDTH = 100;

    private final ComparisonResult result;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> sentence;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(ComparisonResult result, UnaryOperator<String> name, UnaryOperator<String> sentence) {
        this.result = result;
        this.name = name;
        this.sentence = sentence;
    }

    static String plain(ComparisonResult result) {
        return new ComparisonText(result, ComparisonText::brief, ComparisonText::text).plain();
    }

    static String markdown(ComparisonResult result) {
        return new ComparisonText(result, ComparisonText::code, ComparisonText::code).markdown();
    }

    private String plain() {
        BinaryOperator<String> hanging = (label, text) -> String.join("\n", Wrap.hanging(WIDTH, label, text));
        addHead(hanging, "", "New:  ");
        lines.addAll(new TextTable(
                        headings(),
                        result.byUrgency().stream()
                                .map(row -> ComparedRow.COLUMNS.stream()
                                        .map(column -> name.apply(column.text().apply(row)))
                                        .toList())
                                .toList())
                .lines(WIDTH));
        lines.add("");
        addByReason(hanging, "* ", result.rowsByCaution());
        addByReason(hanging, "Missing: ", result.missing());
        addByReason(hanging, "Not compared: ", result.uncompared());
        lines.addAll(Wrap.at(WIDTH, result.explanation()));
        if (!result.advice().isEmpty()) {
            lines.add(result.advice());
        }
        lines.addAll(Wrap.at(WIDTH, result.headline()));
        return String.join("\n", lines) + "\n";
    }

    private String markdown() {
        lines.addAll(List.of("### Benchmarks: " + result.headline(), ""));
        if (!result.advice().isEmpty()) {
            lines.addAll(List.of(result.advice(), ""));
        }
        addHead(String::concat, "- ", "New: ");
        lines.addAll(List.of(bars(headings()), "|---|--:|--:|--:|---|--:|--:|"));
        result.byUrgency()
                .forEach(row -> lines.add(bars(ComparedRow.COLUMNS.stream()
                        .map(column -> cell(row, column))
                        .toList())));
        lines.add("");
        addByReason(String::concat, "- \\* ", result.rowsByCaution());
        addByReason(String::concat, "- **Missing**, ", result.missing());
        addByReason(String::concat, "- Not compared, ", result.uncompared());
        lines.addAll(List.of("", result.explanation()));
        return String.join("\n", lines) + "\n";
    }

    /** @param item an item from its label and its text */
    private void addHead(BinaryOperator<String> item, String bullet, String next) {
        result.bases().forEach(base -> lines.add(item.apply(bullet + "Base: ", name.apply(base))));
        lines.add(item.apply(bullet + next, name.apply(result.next())));
        result.differenceTexts()
                .forEach(difference -> lines.add(item.apply(bullet + "Differs: ", sentence.apply(difference))));
        result.notes().forEach(note -> lines.add(item.apply(bullet + "Note: ", sentence.apply(note))));
        lines.add("");
    }

    private void addByReason(BinaryOperator<String> item, String label, Map<String, List<String>> rowsByReason) {
        rowsByReason.forEach((reason, rows) -> lines.add(item.apply(
                label, sentence.apply(reason) + ": " + rows.stream().map(name).collect(Collectors.joining(", ")))));
    }

    private static List<String> headings() {
        return ComparedRow.COLUMNS.stream().map(Column::heading).toList();
    }

    private String cell(ComparedRow row, Column column) {
        String text = column.text().apply(row);
        if (column.fromInput()) {
            return name.apply(text);
        }
        boolean stopping = row.stops() && text.equals(row.verdictText());
        return stopping ? "**" + text.replace("*", "\\*") + "**" : text.replace("*", "\\*");
    }

    private static String bars(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
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
