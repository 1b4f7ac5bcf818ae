// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/**
 * All pairs over one quantity: every strategy that may be recommended and does not copy against every one that does.
 *
 * @param title what was measured, such as {@code DamageRead.damage, size=1080p, shape=one}
 * @param axis what the quantity is
 * @param size of the buffer that the quantity is a part of; empty where it is the buffer's size itself
 * @param bufferBytes of that buffer; 0 where it is the buffer's size itself
 * @param places where it was measured, ascending
 * @param lines what was measured of each strategy, in the order of the manifest
 * @param pairs in the order of the manifest
 * @param note what else to know of the range; empty where nothing
 */
public record BreakEvens(
        String title,
        Axis axis,
        String size,
        long bufferBytes,
        List<Place> places,
        List<Line> lines,
        List<BreakEven> pairs,
        String note) {

    static final String NOTHING_LOST = ", nothing lost";

    /** What a quantity is. */
    public enum Axis {
        /** Bytes of damage within a buffer. */
        DAMAGE,
        /** Bytes of a buffer. */
        SIZE,
        /** Reads of one attached pool. */
        READS
    }

    /**
     * A measured place.
     *
     * @param label such as {@code 5%}
     * @param x its value
     */
    public record Place(String label, double x) {}

    /**
     * One strategy's times.
     *
     * @param strategy which one
     * @param times one a place
     */
    public record Line(Eligibility strategy, List<Times> times) {}

    static String label(CellResult cell, String parameter) {
        return cell.cell().parameters().getOrDefault(parameter, "-");
    }

    /** Of the pools that are attached, the share whose last read is lost: none or all. */
    int losses() {
        return title.endsWith(NOTHING_LOST) ? 0 : 1;
    }

    /** A place on the quantity's axis: {@code 83.0 kB (1.0%)}, {@code 8.29 MB} or {@code 12 reads}. */
    String place(double x) {
        return switch (axis) {
            case READS -> Numbers.plain(Math.rint(x * 10) / 10) + (x == 1 ? " read" : " reads");
            case SIZE -> Numbers.bytes(x);
            case DAMAGE ->
                Numbers.bytes(x) + " (" + Numbers.significantDigits(100 * x / bufferBytes, x < bufferBytes / 10 ? 2 : 3)
                        + "% of " + size + ")";
        };
    }

    /** The same as a figure: where the two of a pair change places, or where a zone of one winner ends. */
    Value place(BreakEven pair, String what, double x) {
        return Value.plain(
                new Origin(
                        Statistic.BREAK_EVEN,
                        what + " " + axis + " of " + title + ": " + pair.first().id() + " or "
                                + pair.second().id(),
                        List.of()),
                x,
                axis == Axis.READS ? "reads" : "B",
                place(x));
    }

    /** The least ratio of a pair at a measured place. */
    Value least(BreakEven pair) {
        return Value.ratio(
                new Origin(
                        Statistic.COST_RATIO,
                        "least " + axis + " of " + title + " at " + Numbers.plain(pair.leastAt()) + ": "
                                + pair.second().id() + " over " + pair.first().id(),
                        List.of()),
                pair.least());
    }
}
