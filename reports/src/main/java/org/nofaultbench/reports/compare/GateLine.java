// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.function.UnaryOperator;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.stats.Interval;

/**
 * One compared row as text.
 *
 * @param row what it is of, from the input
 * @param base figure of the base, in the new run's unit
 * @param next figure of the new run with its unit, which is from the input
 * @param ratio above 1 is worse; with its interval
 * @param sees the least difference that the row would have shown
 * @param self how far the second half of a run lies from its first
 * @param verdict in words
 * @param cautions what a reader has to know of the figures
 * @param stops whether it stops a change
 */
public record GateLine(
        String row,
        String base,
        String next,
        String ratio,
        String sees,
        String self,
        String verdict,
        List<String> cautions,
        boolean stops) {

    public static final List<String> HEADER = List.of("row", "base", "new", "ratio (95%)", "verdict", "sees", "A/A");

    /** Stands after the verdict of a row whose figures need a word. */
    public static final String CAUTION = " *";
    private static final double HUNDRED = 100;
    private static final double TENFOLD = 10;

    static GateLine of(GateRow row, boolean stops) {
        MetricUnit unit = row.unit().readable(row.next().median());
        double factor = row.unit().factorTo(unit).orElse(1);
        return new GateLine(row.label(), Numbers.significant(row.base().median() * factor),
                Numbers.significant(row.next().median() * factor) + " " + unit.symbol(),
                Numbers.ratio(row.judgement().ratio().median()) + row.judgement().ratio().interval().map(GateLine::interval).orElse(""),
                percent(row.judgement().sight().smallestEffect()),
                row.judgement().sight().selfDifference().map(GateLine::percent).orElse("-"), row.verdictLabel() + (row.cautions().isEmpty() ? "" : CAUTION),
                row.cautions(), stops);
    }

    private static String interval(Interval interval) {
        return " (" + Numbers.ratio(interval.low()) + "-" + Numbers.ratio(interval.high()) + ")";
    }

    static String percent(double share) {
        if (share >= TENFOLD) {
            return Double.isInfinite(share) ? "-" : ">1000%";
        }
        return Numbers.significantDigits(HUNDRED * share, 2) + "%";
    }

    /** The parts in the order of {@link #HEADER}, what is from the input as a renderer wants it. */
    public List<String> cells(UnaryOperator<String> escaped) {
        return List.of(escaped.apply(row), base, escaped.apply(next), ratio, verdict, sees, self);
    }
}
