// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

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

    /** The same against a figure of the baseline in nanoseconds. */
    public static Margin ofBaseline(CellEntry cell, double baselineNs, Margin readersMargin) {
        double percent = cell.marginPercent() == null ? readersMargin.width().value() : cell.marginPercent();
        double floorPercent = cell.floorNs() == null ? 0 : 100 * cell.floorNs() / baselineNs;
        return new Margin(new Percent(Math.min(WIDEST_PERCENT, Math.max(percent, floorPercent))));
    }
}
