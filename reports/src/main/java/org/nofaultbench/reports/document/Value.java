// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A figure: what it is, of what, and how it is printed. Renderings print {@link #text} and compute nothing.
 *
 * @param origin which statistic of which cells
 * @param value in {@code unit}, unrounded
 * @param unit of the value, the interval; empty for ratios and counts
 * @param interval nominal 95% interval of the value; empty where it has none
 * @param n how many rounds, forks or boots it rests on; 0 where that is no question
 * @param verdict on a ratio; empty for other figures
 * @param text as it is printed, with its unit where that is not in a heading
 */
public record Value(
        Origin origin,
        double value,
        String unit,
        Optional<Interval> interval,
        int n,
        Optional<Verdict> verdict,
        String text) {

    /**
     * Where a figure comes from.
     *
     * @param statistic what was computed
     * @param detail which metric, percentile or scenario; empty where the statistic says it all
     * @param cells ids of the cells that it was computed from
     */
    public record Origin(Statistic statistic, String detail, List<String> cells) {
        public Origin {
            cells = List.copyOf(cells);
        }

        public Origin(Statistic statistic, String detail) {
            this(statistic, detail, List.of());
        }

        /** A statistic of one cell. */
        public static Origin ofCell(Statistic statistic, CellResult cell) {
            return new Origin(statistic, "", List.of(cell.cell().id()));
        }

        /** A metric or another part of one cell. */
        public static Origin ofCell(Statistic statistic, String detail, CellResult cell) {
            return new Origin(statistic, detail, List.of(cell.cell().id()));
        }

        /** A statistic of a compared cell and its baseline. */
        public static Origin ofPair(Statistic statistic, CellResult cell) {
            return new Origin(
                    statistic,
                    "",
                    List.of(
                            cell.cell().id(),
                            cell.comparison().orElseThrow().baseline().id()));
        }
    }

    /** A count, printed in full. */
    public static Value count(Origin origin, long count) {
        return plain(origin, count, "", Long.toString(count));
    }

    /** A number that a file of the run has, printed in full. */
    public static Value recorded(String fileAndPointer, long number) {
        return count(new Origin(Statistic.RECORDED, fileAndPointer), number);
    }

    /** A figure without an interval. */
    public static Value plain(Origin origin, double value, String unit, String text) {
        return new Value(origin, value, unit, Optional.empty(), 0, Optional.empty(), text);
    }

    /** A median with its interval. */
    public static Value estimate(Origin origin, Estimate estimate, String unit, String text) {
        return new Value(origin, estimate.median(), unit, estimate.interval(), estimate.n(), Optional.empty(), text);
    }

    /** {@code 1.003x (0.998-1.008)}, or the ratio alone where it has no interval. */
    public static Value ratio(Origin origin, Estimate ratio) {
        String interval = ratio.interval()
                .map(ends -> " (" + Numbers.ratio(ends.low()) + "\u2013" + Numbers.ratio(ends.high()) + ")")
                .orElse("");
        return estimate(origin, ratio, "", Numbers.ratio(ratio.median()) + "\u00d7" + interval);
    }

    /** {@code 1.003x (0.998-1.008)} of a compared cell, with its verdict. */
    public static Value ratio(CellResult cell) {
        var comparison = cell.comparison().orElseThrow();
        return ratio(Origin.ofPair(Statistic.RATIO, cell), comparison.ratio()).with(comparison.verdict());
    }

    /** A cell's figure without its interval, such as {@code 79.93 ns}. */
    public static Value time(CellResult cell, Scale scale) {
        Estimate figure = cell.figure().orElseThrow();
        return estimate(
                Origin.ofCell(Statistic.MEDIAN, cell),
                figure,
                cell.unit(),
                scale.format(figure.median()) + " " + scale.unit());
    }

    public Value with(Verdict judged) {
        return new Value(origin, value, unit, interval, n, Optional.of(judged), text);
    }

    /** The same figure, printed in another way. */
    public Value printed(String other) {
        return new Value(origin, value, unit, interval, n, verdict, other);
    }
}
