// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.render.svg.ChartDrawing;

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
}
