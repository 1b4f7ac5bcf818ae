// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.section.Answer;
import org.nofaultbench.reports.section.Block;
import org.nofaultbench.reports.section.Content;
import org.nofaultbench.reports.section.Matrix;
import org.nofaultbench.reports.section.Prose;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.Table;

/** A report as ASCII of 75 columns, whole without attachments or links, with the command that repeats it and without charts. */
public final class PlainText {

    private static final int WIDTH = 75;
    private static final int LABEL = 9;
    private static final int VERDICT = 11;

    private final List<String> lines = new ArrayList<>();

    private PlainText() {}

    public static String of(Report report) {
        PlainText text = new PlainText();
        text.head(report);
        report.contents().stream()
                .filter(content -> content.audience() == Content.Audience.EVERYBODY)
                .forEach(text::section);
        return String.join("\n", text.lines) + "\n";
    }

    private void head(Report report) {
        paragraph("nofault-bench: " + report.subtitle());
        lines.add("");
        if (report.status() != RunStatus.OK) {
            labelled("Status", report.status().name());
            report.reasons().forEach(reason -> labelled("", reason));
        }
        report.facts().forEach(fact -> labelled(fact.name(), fact.value()));
        if (!report.warnings().isEmpty()) {
            lines.add("");
            paragraph("Read with care:");
            report.warnings().forEach(warning -> lines.addAll(Wrap.hanging(WIDTH, " - ", Ascii.of(warning))));
        }
    }

    private void labelled(String label, String text) {
        String start = label.isEmpty() ? "" : Ascii.of(label) + ":";
        lines.addAll(Wrap.hanging(WIDTH, start + " ".repeat(Math.max(1, LABEL - start.length())), Ascii.of(text)));
    }

    private void section(Content content) {
        lines.add("");
        String title = Ascii.of(content.title());
        lines.add(title);
        lines.add("-".repeat(title.length()));
        if (!content.explanation().isEmpty()) {
            paragraph(content.explanation());
        }
        content.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Prose prose) {
            lines.addAll(Wrap.hanging(WIDTH, " - ", Ascii.of(prose.text())));
        } else if (block instanceof Table table) {
            lines.add("");
            lines.addAll(new TableText(table).lines(WIDTH));
        } else if (block instanceof Matrix matrix) {
            lines.add("");
            lines.addAll(new MatrixText(matrix, WIDTH).lines(WIDTH));
        } else if (block instanceof Answer answer) {
            answer(answer);
        }
    }

    private void answer(Answer answer) {
        paragraph(answer.question());
        for (Answer.Statement statement : answer.statements()) {
            String word = statement.word() + " ".repeat(Math.max(1, VERDICT - statement.word().length()));
            lines.addAll(Wrap.hanging(WIDTH, " " + word, Ascii.of(statement.text())));
        }
    }

    private void paragraph(String text) {
        lines.addAll(Wrap.at(WIDTH, Ascii.of(text)));
    }
}
