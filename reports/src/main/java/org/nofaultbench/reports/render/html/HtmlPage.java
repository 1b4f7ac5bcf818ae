// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.io.StringWriter;
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

    private static final String TEMPLATES = "org/nofaultbench/reports/render/html";

    private HtmlPage() {}

    public static String render(Report report) {
        return render(report, ChartDrawing::inline);
    }

    static String render(Report report, Function<Chart, Optional<String>> drawing) {
        StringWriter out = new StringWriter();
        template().execute(out, new PageBuilder(drawing).page(report));
        return out.toString();
    }

    /** A name that a template misspells is an error and not an empty place. */
    private static Mustache template() {
        DefaultMustacheFactory factory = new DefaultMustacheFactory(TEMPLATES);
        factory.setObjectHandler(new StrictNames());
        Mustache template = factory.compile("page.mustache");
        if (template == null) {
            throw new MustacheException("template is missing: name=page.mustache");
        }
        return template;
    }

    /** Turns a report into what the templates want. */
    private static final class PageBuilder {

        private final Function<Chart, Optional<String>> drawing;

        PageBuilder(Function<Chart, Optional<String>> drawing) {
            this.drawing = drawing;
        }

        View.Page page(Report report) {
            return new View.Page(
                    Printable.brief(report.run()),
                    report.heading(),
                    printable(report.lead().stream().map(Sentence::text).toList()),
                    Printable.text(report.subtitle()),
                    Script.policy(),
                    StyleSheet.forPage() + PageFile.text("page.css"),
                    Script.text(),
                    report.status().name(),
                    report.status().name().toLowerCase(Locale.ROOT),
                    printable(report.reasons()),
                    printable(report.warnings()),
                    report.facts().stream()
                            .map(fact -> new View.Fact(fact.name(), Printable.text(fact.value())))
                            .toList(),
                    report.overview()
                            .map(content -> new PartView(content, drawing).part())
                            .orElse(null),
                    report.contents().stream()
                            .map(content -> new PartView(content, drawing).part())
                            .toList());
        }

        private static List<String> printable(List<String> texts) {
            return texts.stream().map(Printable::text).toList();
        }
    }
}
