// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import org.nofaultbench.reports.render.svg.StyleSheet;

/** A report as an HTML page. */
public final class HtmlPage {

    private static final Function<Object, String> TEMPLATE =
            Templates.template("org/nofaultbench/reports/render/html", "page.mustache");

    /** What the template is filled with: the report, and what is not written as it stands there. */
    private record Page(
            Report report,
            String title,
            String policy,
            String css,
            String script,
            String statusClass,
            boolean site,
            String back,
            PartView.Part overview,
            List<PartView.Part> parts) {

        boolean hasWarnings() {
            return !report.warnings().isEmpty();
        }
    }

    private HtmlPage() {}

    public static String render(Report report) {
        return render(report, ChartDrawing::inline);
    }

    static String render(Report report, Function<Chart, Optional<String>> drawing) {
        return render(report, drawing, false, null);
    }

    /**
     * One page of several that follow many runs: without the status and the conditions of one run, and with its sections open.
     *
     * @param overview name of the page that leads here; empty for the overview itself
     */
    public static String inSite(Report report, Optional<String> overview) {
        return render(report, ChartDrawing::inline, true, overview.orElse(null));
    }

    private static String render(Report report, Function<Chart, Optional<String>> drawing, boolean site, String back) {
        Page page = new Page(
                report,
                Printable.brief(report.run()),
                Templates.policy(),
                StyleSheet.forPage() + Templates.text("page.css"),
                Templates.script(),
                report.status().name().toLowerCase(Locale.ROOT),
                site,
                back,
                report.overview()
                        .map(content -> new PartView(content, drawing).part())
                        .orElse(null),
                report.contents().stream()
                        .map(content -> new PartView(content, drawing).part())
                        .toList());
        return TEMPLATE.apply(page);
    }
}
