// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Percent;

/** How far from 1 the ratio of a cell may lie and still count as the same. */
public final class CellMargin {

    private static final double WIDEST_PERCENT = 50;

    private CellMargin() {}

    /**
     * The cell's own margin, or the reader's where it has none; a floor in nanoseconds widens it, since a few instructions
     * that moved are no finding however large their share of a short access is.
     *
     * @param rounds of the cell and its baseline
     */
    public static Margin ofRounds(CellEntry cell, PairedRounds rounds, Margin readersMargin) {
        return ofBaseline(
                cell,
                rounds.rounds().isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : Estimate.medianOf(rounds.baseline().values()),
                readersMargin);
    }

    /**
     * What some cells are judged by, such as {@code 5%}, or {@code 1% or 5% by benchmark, at least 0.2 ns in GuardCost}; the
     * reader's margin where no cell is compared.
     */
    public static String describe(List<CellResult> compared, Margin readersMargin) {
        List<String> all =
                widths(compared, readersMargin).stream().map(Margin::toString).toList();
        int last = all.size() - 1;
        String margins = last == 0
                ? all.get(0)
                : String.join(", ", all.subList(0, last)) + " or " + all.get(last) + " by benchmark";
        return margins
                + compared.stream()
                        .map(CellResult::cell)
                        .filter(cell -> cell.floorNs() != null)
                        .map(cell -> ", at least "
                                + BigDecimal.valueOf(cell.floorNs()).toPlainString() + " ns in " + cell.benchmark())
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** The margins of some cells without their floors, the narrowest first; the reader's where no cell is compared. */
    public static List<Margin> widths(List<CellResult> compared, Margin readersMargin) {
        return compared.isEmpty()
                ? List.of(readersMargin)
                : compared.stream()
                        .map(cell -> ofBaseline(cell.cell(), Double.POSITIVE_INFINITY, readersMargin))
                        .distinct()
                        .sorted(Comparator.comparingDouble(
                                margin -> margin.width().value()))
                        .toList();
    }

    /** The same against a figure of the baseline in nanoseconds. */
    public static Margin ofBaseline(CellEntry cell, double baselineNs, Margin readersMargin) {
        double percent = cell.marginPercent() == null ? readersMargin.width().value() : cell.marginPercent();
        double floorPercent = cell.floorNs() == null ? 0 : 100 * cell.floorNs() / baselineNs;
        return new Margin(new Percent(Math.min(WIDEST_PERCENT, Math.max(percent, floorPercent))));
    }
}
