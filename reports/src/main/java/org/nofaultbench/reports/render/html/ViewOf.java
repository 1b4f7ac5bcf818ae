// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.Printable;
import org.nofaultbench.reports.render.svg.StyleSheet;
import org.nofaultbench.reports.section.Answer;
import org.nofaultbench.reports.section.Block;
import org.nofaultbench.reports.section.Chart;
import org.nofaultbench.reports.section.Content;
import org.nofaultbench.reports.section.Matrix;
import org.nofaultbench.reports.section.Prose;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.Table;

/** Turns a report into what the templates want. */
final class ViewOf {

    private final Function<Chart, Optional<String>> drawing;

    ViewOf(Function<Chart, Optional<String>> drawing) {
        this.drawing = drawing;
    }

    View.Page page(Report report) {
        return new View.Page(Printable.brief(report.run()), Printable.text(report.subtitle()),
                StyleSheet.forPage() + pageRules(), report.status().name(), report.status().name().toLowerCase(Locale.ROOT),
                printable(report.reasons()), printable(report.warnings()),
                report.facts().stream().map(fact -> new View.Fact(fact.name(), Printable.text(fact.value()))).toList(),
                report.contents().stream().map(this::part).toList());
    }

    private View.Part part(Content content) {
        return new View.Part(content.id(), content.title(), content.explanation(),
                content.blocks().stream().map(this::piece).toList());
    }

    private View.Piece piece(Block block) {
        if (block instanceof Prose prose) {
            return new View.Piece(Printable.text(prose.text()), null, null, null, null);
        }
        if (block instanceof Answer answer) {
            return new View.Piece(null, answers(answer), null, null, null);
        }
        if (block instanceof Table table) {
            return new View.Piece(null, null, grid(table), null, null);
        }
        if (block instanceof Matrix matrix) {
            return new View.Piece(null, null, null, MatrixView.of(matrix), null);
        }
        Chart chart = (Chart) block;
        return new View.Piece(null, null, null, null,
                new View.Figure(chart.id(), Printable.brief(chart.title()), drawing.apply(chart).orElse(null)));
    }

    private static View.Answers answers(Answer answer) {
        List<View.Statement> statements = answer.statements().stream()
                .map(of -> new View.Statement(Printable.text(of.text()), CellView.badge(of.word())))
                .toList();
        return new View.Answers(Printable.text(answer.question()), statements);
    }

    private static View.Grid grid(Table table) {
        List<View.Row> rows = table.rows().stream()
                .map(row -> new View.Row(Printable.brief(row.label()), row.standIn(), CellView.of(row.entries())))
                .toList();
        String kind = table.isJudged() ? "judged" : table.columns().equals(List.of("value")) ? "facts" : "plain";
        return new View.Grid(Printable.text(table.caption()), table.corner(),
                table.columns().stream().map(Printable::brief).toList(), rows, kind);
    }

    private static List<String> printable(List<String> texts) {
        return texts.stream().map(Printable::text).toList();
    }

    private static String pageRules() {
        try (InputStream in = ViewOf.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
