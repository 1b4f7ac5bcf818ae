// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.CellResult.Absence;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Direction;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Verdict;

/** What stands at one place of a table. */
public sealed interface Entry {

    /** Words, or words and figures, or one figure alone. */
    record Text(Sentence sentence) implements Entry {
        public Text(String text) {
            this(Sentence.join(text));
        }

        public Text(Value value) {
            this(Sentence.join(value));
        }

        public String text() {
            return sentence.text();
        }
    }

    /**
     * A median with its interval, where it has one.
     *
     * @param value unrounded; its text is the median alone
     * @param scale of the text
     */
    record Figure(Value value, Scale scale) implements Entry {

        /** The ends of the interval as they are printed, low and high; empty without an interval. */
        public Optional<List<String>> ends() {
            return value.interval()
                    .map(interval -> List.of(scale.format(interval.low()), scale.format(interval.high())));
        }
    }

    /**
     * A cell's figure and what its ratio to the baseline says.
     *
     * @param figure of the cell, in its unit
     * @param ratio to the baseline; empty for the baseline itself and where one of the two has no figure
     * @param judgement of the ratio; empty as above
     * @param control whether others are compared with it
     */
    record Judged(Figure figure, Optional<Value> ratio, Optional<Judgement> judgement, boolean control)
            implements Entry {

        /** {@code 79.93 ns}. */
        public String time() {
            return figure.value().text() + " " + figure.scale().unit();
        }

        /** Half the interval's width as a share of the figure, such as {@code +-2.1%}; a dash where it has no interval. */
        public String deviation() {
            return figure.value()
                    .interval()
                    .map(interval -> "+-"
                            + Numbers.significantDigits(
                                    50
                                            * (interval.high() - interval.low())
                                            / Math.abs(figure.value().value()),
                                    2)
                            + "%")
                    .orElse("-");
        }

        /** The ratio without its interval. */
        public String ratioText() {
            return Numbers.ratio(ratio.orElseThrow().value());
        }

        /** The ends of the ratio's interval, low and high; empty without an interval. */
        public Optional<List<String>> ratioEnds() {
            return ratio.orElseThrow()
                    .interval()
                    .map(interval -> List.of(Numbers.ratio(interval.low()), Numbers.ratio(interval.high())));
        }

        /** The verdict; one that is open says to which side it leans by a sign, + for SLOWER. */
        public String verdict() {
            return judgement.map(all -> signed(all.verdict(), all.lean())).orElse("-");
        }

        /** The least difference that the row could have shown, and its A/A figure where there is one. */
        public List<String> resolution() {
            return judgement.stream()
                    .flatMap(all -> Stream.concat(
                            Stream.of(all.sight().smallestEffect()), all.sight().selfDifference().stream()))
                    .map(Numbers::percent)
                    .toList();
        }
    }

    /**
     * A word that stands out, and what there is to say beside it.
     *
     * @param mark such as {@code SLOWER}
     * @param colour that of this verdict
     */
    record Marked(String mark, Verdict colour, Sentence sentence) implements Entry {

        public String text() {
            return sentence.isEmpty() ? mark : mark + " " + sentence;
        }
    }

    /** A chart in the size of a word; the entries beside it have its figures. */
    record Spark(Chart.OverTime chart) implements Entry {}

    /** Nothing, and why. */
    record Missing(Absence absence) implements Entry {}

    /** A verdict; one that is open says to which side it leans by a sign, + for SLOWER. */
    static String signed(Verdict verdict, Direction lean) {
        boolean leans = verdict == Verdict.UNDECIDED && lean != Direction.NEITHER;
        return verdict.label() + (leans ? lean == Direction.SLOWER ? "+" : "-" : "");
    }

    /** The cell's figure in its own unit with its verdict, or why there is none. */
    static Entry judged(CellResult cell, Scale scale) {
        return cell.figure()
                .<Entry>map(figure -> new Judged(
                        estimate(Origin.ofCell(Statistic.MEDIAN, cell), figure, cell.unit(), scale),
                        cell.comparison().map(comparison -> Value.ratio(cell)),
                        cell.comparison().map(comparison -> comparison.judgement()),
                        cell.control()))
                .orElseGet(() -> new Missing(cell.absence().orElseThrow()));
    }

    /** A median in the unit of its scale's figures. */
    static Figure estimate(Origin origin, Estimate estimate, String unit, Scale scale) {
        return new Figure(Value.estimate(origin, estimate, unit, scale.format(estimate.median())), scale);
    }

    /** The cell's figure in its own unit, or why there is none. */
    static Entry figure(CellResult cell, Scale scale) {
        return figure(cell, Origin.ofCell(Statistic.MEDIAN, cell), cell.figure(), cell.unit(), scale);
    }

    /** A further metric of the cell, or why there is none. */
    static Entry metric(CellResult cell, String name, Scale scale) {
        return figure(cell, Origin.ofCell(Statistic.METRIC, name, cell), cell.metric(name), "", scale);
    }

    /** The cell's figure minus its baseline's, within each round, or why there is none. */
    static Entry difference(CellResult cell, Scale scale) {
        return cell.comparison()
                .<Entry>map(comparison -> estimate(
                        Origin.ofPair(Statistic.DIFFERENCE, cell),
                        comparison.difference(),
                        cell.unit(),
                        scale.forDifferences()))
                .orElseGet(() -> absent(cell));
    }

    /** Shows the denominator, so 0 of n is not read as 0 of 0. */
    static Entry count(CellResult cell, String name, String whole) {
        return cell.total(name).isPresent()
                ? new Text(Sentence.of("{} of {}", total(cell, name), total(cell, whole)))
                : absent(cell);
    }

    /** A count over the whole run. */
    static Entry count(CellResult cell, String name) {
        return cell.total(name).isPresent() ? new Text(total(cell, name)) : absent(cell);
    }

    private static Value total(CellResult cell, String name) {
        return Value.count(
                Origin.ofCell(Statistic.TOTAL, name, cell), cell.total(name).orElse(0));
    }

    /** The greatest value of a further metric in the run, or why there is none. */
    static Entry worst(CellResult cell, String name, Scale scale) {
        Origin origin = Origin.ofCell(Statistic.MAXIMUM, name, cell);
        return cell.worst(name).stream()
                .<Entry>mapToObj(worst -> new Text(Value.plain(origin, worst, "ns", scale.format(worst))))
                .findFirst()
                .orElseGet(() -> absent(cell));
    }

    /** A figure derived from the cell, or why there is none. */
    static Entry figure(CellResult cell, Origin origin, Optional<Estimate> figure, String unit, Scale scale) {
        return figure.<Entry>map(estimate -> estimate(origin, estimate, unit, scale))
                .orElseGet(() -> absent(cell));
    }

    /** Why a cell has no figure, or a dash where it has one, but none of this kind. */
    static Entry absent(CellResult cell) {
        return cell.absence().<Entry>map(Missing::new).orElseGet(() -> new Text("-"));
    }
}
