// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import org.nofaultbench.reports.compare.ComparisonRules.FailurePolicy;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;

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

    /** The largest share by which two runs of one build were granted to differ, with the margin, in rows of enough forks. */
    public double floor() {
        boolean anyEnough = rows.stream().anyMatch(row -> !row.byIterations());
        return rows.stream()
                .filter(row -> !anyEnough || !row.byIterations())
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
     * A row that could not be compared.
     *
     * @param label what it is of
     * @param reason why, such as {@code only in the base}
     * @param missing whether the base has it and the new run does not
     */
    public record Unmatched(String label, String reason, boolean missing) {}
}
