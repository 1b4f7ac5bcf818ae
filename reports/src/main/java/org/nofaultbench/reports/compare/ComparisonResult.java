// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.compare.ComparisonRules.Acknowledgement;
import org.nofaultbench.reports.compare.ComparisonRules.FailurePolicy;
import org.nofaultbench.reports.compare.InputDifferences.Difference;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.RunJudgement;
import org.nofaultbench.reports.stats.Verdict;

/**
 * Two runs compared.
 *
 * @param bases names of the runs that are compared with, in order of time
 * @param next name of the new run
 * @param rules by what they were judged
 * @param differences of their surroundings, those that matter first
 * @param notes what a reader must know before any figure
 * @param rows that both have, in the new run's order
 * @param unmatched rows of which one of the runs has a figure that could not be compared
 */
public record ComparisonResult(
        List<String> bases,
        String next,
        ComparisonRules rules,
        List<Difference> differences,
        List<String> notes,
        List<ComparedRow> rows,
        List<Unmatched> unmatched) {

    public Outcome outcome() {
        if (rows.stream().anyMatch(this::stops) || unmatched.stream().anyMatch(this::stops)) {
            return Outcome.FAIL;
        }
        return !isAnyJudged() || rules.strict() && (hasOpenRows() || !unmatched.isEmpty())
                ? Outcome.INCONCLUSIVE
                : Outcome.PASS;
    }

    /** Whether a row that the new run lacks stops a change: nobody knows what became of it. */
    public boolean stops(Unmatched row) {
        return row.missing() && !rules.allowMissing() && rules.failOn() != FailurePolicy.NONE;
    }

    /** Whether this row alone stops a change. */
    public boolean stops(ComparedRow row) {
        return rules.failOn().stops(row.verdict()) && row.acknowledged().isEmpty();
    }

    private boolean hasOpenRows() {
        return rows.stream().anyMatch(row -> !row.verdict().isDecided());
    }

    /** Whether a single row has figures enough for a verdict. */
    public boolean isAnyJudged() {
        return rows.stream().anyMatch(ComparedRow::isJudged);
    }

    /** Whether a row is judged by another margin than the reader's. */
    boolean hasOwnMargin(ComparedRow row) {
        return !row.margin().equals(rules.margin());
    }

    /**
     * The largest share by which two runs of one build were granted to differ, with the reader's margin, in rows of enough forks;
     * of all rows where none is judged by that margin.
     */
    public double floor() {
        boolean anyEnough = rows.stream().anyMatch(row -> !row.byIterations());
        List<ComparedRow> judged =
                rows.stream().filter(row -> !anyEnough || !row.byIterations()).toList();
        boolean allOwn = judged.stream().allMatch(this::hasOwnMargin);
        return judged.stream()
                .filter(row -> allOwn || !hasOwnMargin(row))
                .mapToDouble(row -> row.judgement().floor())
                .max()
                .orElse(0);
    }

    /** What a comparison says to whoever asked for it. */
    public enum Outcome {
        /** No row changed that stops a change. */
        PASS,
        /** A row did. */
        FAIL,
        /** None did, but no row could be judged, or not every row was decided and that was asked for. */
        INCONCLUSIVE
    }

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
     * @param cautions what a reader has to know of the figures
     */
    public record ComparedRow(
            String label,
            MetricUnit unit,
            Margin margin,
            Estimate base,
            Estimate next,
            boolean byIterations,
            RunJudgement judgement,
            Optional<Acknowledgement> acknowledged,
            List<String> cautions) {

        static final String INCONCLUSIVE = "INCONCLUSIVE";

        public Verdict verdict() {
            return judgement.verdict();
        }

        /** Whether its figures could have shown a change, and not only a large one. */
        public boolean isJudged() {
            return byIterations ? verdict().isDecided() : verdict() != Verdict.TOO_FEW;
        }

        /** Without the side to which it leans. */
        public String kind() {
            return byIterations && verdict() == Verdict.UNDECIDED
                    ? INCONCLUSIVE
                    : verdict().label();
        }

        /** The verdict as it is printed. */
        public String verdictLabel() {
            return (kind().equals(INCONCLUSIVE) ? INCONCLUSIVE : judgement.label())
                    + (acknowledged.isPresent() ? ", acknowledged" : "");
        }

        /** Whether a change is no larger than what was accepted: its interval does not lie wholly beyond that and the margin. */
        static boolean isCovered(RunJudgement judgement, double accepted, Margin margin) {
            Optional<Interval> interval = judgement.ratio().interval();
            return switch (judgement.verdict()) {
                case SLOWER ->
                    accepted > 1
                            && !interval.orElseThrow()
                                    .isAbove(accepted * margin.band().high());
                case FASTER ->
                    accepted < 1
                            && !interval.orElseThrow()
                                    .isBelow(accepted * margin.band().low());
                default -> false;
            };
        }
    }

    /**
     * A row that could not be compared.
     *
     * @param label what it is of
     * @param reason why, such as {@code only in the base}
     * @param missing whether the base has it and the new run does not
     */
    public record Unmatched(String label, String reason, boolean missing) {}
}
