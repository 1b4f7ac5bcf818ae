// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.model.CellEntry;

/** Names what a panel is compared with. */
public final class Baselines {

    private Baselines() {}

    /** A sentence where some panels stand apart; nothing where all rows are compared with one another. */
    public static String apart(List<Panel> panels) {
        return panels.stream().anyMatch(Panel::isApart)
                ? " Strategies with another baseline have separate tables and charts."
                : "";
    }

    /** The baselines' strategies; more than one are all named, never one for all. */
    public static String named(Panel panel) {
        String names = panel.cells().stream()
                .filter(cell -> cell.comparison().isPresent())
                .map(Baselines::named)
                .distinct()
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "its baseline" : names;
    }

    /** The strategy that a compared cell is compared with, and the parameters in which the two differ, such as the build. */
    private static String named(CellResult cell) {
        CellEntry baseline = cell.comparison().orElseThrow().baseline();
        return nameIn(baseline, cell)
                + baseline.parameters().entrySet().stream()
                        .filter(parameter -> !parameter
                                .getValue()
                                .equals(cell.cell().parameters().get(parameter.getKey())))
                        .map(parameter -> ", " + parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining());
    }

    private static String nameIn(CellEntry baseline, CellResult cell) {
        if (baseline.strategy() == null) {
            return baseline.workload();
        }
        return baseline.strategy().equals(cell.cell().strategy()) ? "the same strategy" : baseline.strategy();
    }
}
