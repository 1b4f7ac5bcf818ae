// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Matrix;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.RunStatus;

/** A report as ASCII of 75 columns, whole without attachments or links, with the command that repeats it and without charts. */
public final class PlainText {

    private static final int WIDTH = 75;
    private static final int LABEL = 9;

    private final List<String> lines = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();
    private final boolean explainsOnce;

    private PlainText(boolean explainsOnce) {
        this.explainsOnce = explainsOnce;
    }

    /** To look something up in: each table explains its own signs. */
    public static String render(Report report) {
        return new PlainText(false).text(report);
    }

    /** To read from the first line to the last: a sign is explained where it stands first. */
    public static String mail(Report report) {
        return new PlainText(true).text(report);
    }

    private String text(Report report) {
        head(report);
        report.all().forEach(this::section);
        return String.join("\n", lines) + "\n";
    }

    private void head(Report report) {
        paragraph("nofault-bench: " + report.subtitle());
        lines.add("");
        report.lead().forEach(sentence -> paragraph(sentence.text()));
        if (!report.lead().isEmpty()) {
            lines.add("");
        }
        if (report.status() != RunStatus.OK) {
            labelled("Status", report.status().name());
            report.reasons().forEach(reason -> labelled("", reason));
        }
        report.facts().forEach(fact -> labelled(fact.name(), fact.value().text()));
        if (!report.warnings().isEmpty()) {
            lines.add("");
            paragraph("Read with care:");
            report.warnings().forEach(warning -> lines.addAll(Wrap.hanging(WIDTH, " - ", Ascii.of(warning.text()))));
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
            blankUnlessHeading();
            lines.addAll(new TableText(table).lines(WIDTH));
            notes(new TableText(table).notes(WIDTH));
        } else if (block instanceof Matrix matrix) {
            blankUnlessHeading();
            lines.addAll(new MatrixText(matrix, WIDTH).lines(WIDTH));
        }
    }

    private void blankUnlessHeading() {
        if (!lines.get(lines.size() - 1).matches("-+")) {
            lines.add("");
        }
    }

    private void notes(List<String> notes) {
        notes.stream().filter(note -> explained.add(note) || !explainsOnce).forEach(lines::add);
    }

    private void paragraph(String text) {
        lines.addAll(Wrap.at(WIDTH, Ascii.of(text)));
    }
}
