// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.List;
import org.nofaultbench.reports.compare.InputDifferences.Difference;

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
record ComparisonResult(
        List<String> bases,
        String next,
        ComparisonRules rules,
        List<Difference> differences,
        List<String> notes,
        List<ComparedRow> rows,
        List<Unmatched> unmatched) {

    /** What a comparison says to whoever asked for it. */
    enum Outcome {
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
     * @param stops whether it stops a change: the base has it and the new run does not, so that nobody knows what became of it
     */
    record Unmatched(String label, String reason, boolean stops) {}

    Outcome outcome() {
        if (rows.stream().anyMatch(ComparedRow::stops) || unmatched.stream().anyMatch(Unmatched::stops)) {
            return Outcome.FAIL;
        }
        boolean open = !unmatched.isEmpty()
                || rows.stream().anyMatch(row -> !row.verdict().isDecided());
        return !isAnyJudged() || rules.strict() && open ? Outcome.INCONCLUSIVE : Outcome.PASS;
    }

    /** Whether a single row has figures enough for a verdict. */
    boolean isAnyJudged() {
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
    double floor() {
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
}
