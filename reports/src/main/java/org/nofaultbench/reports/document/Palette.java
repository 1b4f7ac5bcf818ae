// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Gives a strategy the same colour and shape in every chart of a report: its place in the manifest among those with a figure. The
 * skipped ones take no colour, since there are more strategies than colours that can be told apart.
 */
public final class Palette {

    private final List<String> strategies;

    public Palette(Analysis analysis) {
        Set<String> measured = analysis.cells().stream()
                .filter(cell -> cell.hasFigure() && cell.cell().strategy() != null)
                .map(cell -> cell.cell().strategy())
                .collect(Collectors.toSet());
        strategies = analysis.run().manifest().strategies().stream()
                .map(StrategyEntry::id)
                .filter(measured::contains)
                .toList();
    }

    public int styleOf(CellResult cell) {
        return styleOf(cell.cell().strategy());
    }

    public int styleOf(String strategy) {
        return Math.max(0, strategies.indexOf(strategy));
    }

    /** Name in a legend or at a row; a stand-in is called one there too. */
    public static String nameOf(CellResult cell) {
        return cell.standIn() ? cell.rowName() + " (stand-in)" : cell.rowName();
    }

    /** Charts name what they leave out, because a missing mark is easily taken for a zero. */
    public static String absent(List<CellResult> cells) {
        String names = cells.stream()
                .filter(cell -> !cell.hasFigure())
                .map(CellResult::rowName)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Without a figure, see the table: " + names + ".";
    }
}
