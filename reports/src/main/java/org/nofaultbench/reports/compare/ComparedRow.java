// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.compare.ComparisonRules.Acknowledgement;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A row that both runs have.
 *
 * @param label what it is of
 * @param unit of both figures
 * @param margin what counts as the same: the cell's own, else that of the rules
 * @param base median of the base's forks
 * @param next median of the new run's forks
 * @param byIterations whether there were too few forks, so that iterations were judged
 * @param judgement what the two come to, a ratio above 1 being worse
 * @param acknowledged the entry that accepts the change; empty where there is none or where the change is larger
 * @param stops whether this row alone stops a change
 * @param cautions what a reader has to know of the figures
 */
record ComparedRow(
        String label,
        MetricUnit unit,
        Margin margin,
        Estimate base,
        Estimate next,
        boolean byIterations,
        Judgement judgement,
        Optional<Acknowledgement> acknowledged,
        boolean stops,
        List<String> cautions) {

    private static final String INCONCLUSIVE = "INCONCLUSIVE";
    private static final double TENFOLD = 10;

    /**
     * One column of the table of rows.
     *
     * @param fromInput whether the text has words from the input, which a renderer has to make harmless
     */
    record Column(String heading, boolean fromInput, Function<ComparedRow, String> text) {}

    /** The unit stands behind the new figure; what a row sees is the least difference that it would have shown. */
    static final List<Column> COLUMNS = List.of(
            new Column("row", true, ComparedRow::label),
            new Column("base", false, ComparedRow::baseText),
            new Column("new", true, ComparedRow::nextText),
            new Column("ratio (95%)", false, ComparedRow::ratioText),
            new Column("verdict", false, ComparedRow::verdictText),
            new Column("sees", false, row -> percent(row.judgement.sight().smallestEffect())),
            new Column(
                    "A/A",
                    false,
                    row -> row.judgement
                            .sight()
                            .selfDifference()
                            .map(ComparedRow::percent)
                            .orElse("-")));

    Verdict verdict() {
        return judgement.verdict();
    }

    /** Whether its figures could have shown a change, and not only a large one. */
    boolean isJudged() {
        return byIterations ? verdict().isDecided() : verdict() != Verdict.TOO_FEW;
    }

    /** Without the side to which it leans. */
    String kind() {
        return byIterations && verdict() == Verdict.UNDECIDED
                ? INCONCLUSIVE
                : verdict().label();
    }

    String baseText() {
        return Numbers.significant(base.median() * unit.factorTo(readable()).orElse(1));
    }

    String nextText() {
        return Numbers.significant(next.median() * unit.factorTo(readable()).orElse(1)) + " "
                + readable().symbol();
    }

    private MetricUnit readable() {
        return unit.readable(next.median());
    }

    String ratioText() {
        return Numbers.ratio(judgement.ratio().median())
                + judgement
                        .ratio()
                        .interval()
                        .map(ends -> " (" + Numbers.ratio(ends.low()) + "-" + Numbers.ratio(ends.high()) + ")")
                        .orElse("");
    }

    /** A star stands after the verdict of a row whose figures need a word. */
    String verdictText() {
        return (kind().equals(INCONCLUSIVE) ? INCONCLUSIVE : judgement.label())
                + (acknowledged.isPresent() ? ", acknowledged" : "")
                + (cautions.isEmpty() ? "" : " *");
    }

    static String percent(double share) {
        if (share >= TENFOLD) {
            return Double.isInfinite(share) ? "-" : ">1000%";
        }
        return Numbers.significantDigits(100 * share, 2) + "%";
    }
}
