// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import org.nofaultbench.reports.render.svg.StyleSheet;

/** A report as an HTML page. */
public final class HtmlPage {

    private static final String FOLDER = "org/nofaultbench/reports/render/html";

    private HtmlPage() {}

    public static String render(Report report) {
        return render(report, ChartDrawing::inline);
    }

    static String render(Report report, Function<Chart, Optional<String>> drawing) {
        View.Page view = new View.Page(
                Printable.brief(report.run()),
                report.heading(),
                printable(report.lead().stream().map(Sentence::text).toList()),
                Printable.text(report.subtitle()),
                Templates.policy(),
                StyleSheet.forPage() + Templates.text("page.css"),
                Templates.script(),
                report.status().name(),
                report.status().name().toLowerCase(Locale.ROOT),
                printable(report.reasons()),
                printable(report.warnings().stream().map(Sentence::text).toList()),
                report.facts().stream()
                        .map(fact -> new View.Fact(fact.name(), Printable.text(fact.value())))
                        .toList(),
                report.overview()
                        .map(content -> new PartView(content, drawing).part())
                        .orElse(null),
                report.contents().stream()
                        .map(content -> new PartView(content, drawing).part())
                        .toList());
        return Templates.template(FOLDER, "page.mustache").apply(view);
    }

    private static List<String> printable(List<String> texts) {
        return texts.stream().map(Printable::text).toList();
    }
}
