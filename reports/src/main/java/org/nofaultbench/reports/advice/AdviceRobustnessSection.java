// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.report.PropertiesSection;

/** What is lost in robustness with each strategy, and which may not be used at all? */
final class AdviceRobustnessSection implements AdviceSection {

    @Override
    public List<Content> of(Advice advice) {
        List<Table.Row> rows = advice.standings().stream()
                .map(standing -> Table.Row.of(standing.strategy(), standing.mayBeRecommended() ? "yes" : "no",
                        words(standing.why()), standing.held().size() + " of " + (standing.held().size() + standing.lost().size()),
                        words(String.join(", ", standing.lost())), words(String.join(", ", standing.onItsWord()))))
                .toList();
        Content matrix = new PropertiesSection().of(advice.analysis());
        return List.of(Content.of("robustness", "What is lost in robustness", "A strategy may be recommended if a client cannot kill"
                + " the compositor through it: whatever the experiments called survives do to a reader, it lived. Where an"
                + " experiment could not be made, its word counts and is shown." + unproven(advice.analysis()),
                List.of(new Table("", "strategy",
                        List.of("may be recommended", "why not", "holds", "does not hold", "on its word"), rows))), matrix);
    }

    private static String unproven(Analysis analysis) {
        return analysis.run().manifest().proof() == null ? " Nothing was proven on this kernel: all of it is declared." : "";
    }

    private static String words(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
