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
import org.nofaultbench.reports.render.svg.StyleSheet;

/** Turns a report into what the templates want. */
final class PageBuilder {

    private final Function<Chart, Optional<String>> drawing;

    PageBuilder(Function<Chart, Optional<String>> drawing) {
        this.drawing = drawing;
    }

    View.Page page(Report report) {
        return new View.Page(Printable.brief(report.run()), report.heading(), printable(report.lead().stream().map(Sentence::text).toList()),
                Printable.text(report.subtitle()), Script.policy(), StyleSheet.forPage() + PageFile.text("page.css"), Script.text(),
                report.status().name(), report.status().name().toLowerCase(Locale.ROOT),
                printable(report.reasons()), printable(report.warnings()),
                report.facts().stream().map(fact -> new View.Fact(fact.name(), Printable.text(fact.value()))).toList(),
                report.overview().map(content -> new PartView(content, drawing).part()).orElse(null),
                report.contents().stream().map(content -> new PartView(content, drawing).part()).toList());
    }

    private static List<String> printable(List<String> texts) {
        return texts.stream().map(Printable::text).toList();
    }
}
