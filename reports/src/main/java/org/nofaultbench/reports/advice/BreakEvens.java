// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.analysis.CellResult;

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
     * @param standing which one
     * @param times one a place
     */
    public record Line(Eligibility standing, List<Times> times) {}

    static String label(CellResult cell, String parameter) {
        return cell.cell().parameters().getOrDefault(parameter, "-");
    }
}
