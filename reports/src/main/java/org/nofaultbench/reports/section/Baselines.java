// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.section;

import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Comparison;
import org.nofaultbench.reports.analysis.Panel;

/** Names what a panel is compared with. */
final class Baselines {

    private Baselines() {}

    /** A sentence where some panels stand apart; nothing where all rows are compared with one another. */
    static String apart(List<Panel> panels) {
        return panels.stream().anyMatch(Panel::isApart)
                ? " What is not compared with the other rows stands in tables and charts of its own, named by its control."
                : "";
    }

    static String of(Panel panel) {
        return of(panel.cells());
    }

    /** The baselines' strategies; more than one are all named, never one for all. */
    static String of(List<CellResult> cells) {
        String names = cells.stream()
                .flatMap(cell -> cell.comparison().stream())
                .map(Baselines::of)
                .distinct()
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "its baseline" : names;
    }

    static String of(Comparison comparison) {
        return comparison.baseline().strategy() == null
                ? comparison.baseline().workload()
                : comparison.baseline().strategy();
    }
}
