// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.compare.EnvironmentDifferences.Difference;
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
        if (rows.stream().anyMatch(this::stops)) {
            return Outcome.FAIL;
        }
        return rules.strict() && (hasOpenRows() || !unmatched.isEmpty()) ? Outcome.OPEN : Outcome.PASS;
    }

    /** Whether this row alone stops a change. */
    public boolean stops(ComparedRow row) {
        return rules.failOn().stops(row.verdict()) && row.acknowledged().isEmpty();
    }

    private boolean hasOpenRows() {
        return rows.stream().anyMatch(row -> !row.verdict().isDecided());
    }

    /** Whether a single row has figures enough for a verdict. */
    public boolean canTell() {
        return rows.stream().anyMatch(row -> row.verdict() != Verdict.TOO_FEW);
    }

    /** Rows by verdict, in the order of the verdicts; those that there are. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        rows.forEach(row -> counts.merge(row.verdict(), 1L, Long::sum));
        return counts;
    }

    /** The largest share by which two runs of one build were granted to differ, with the margin. */
    public double floor() {
        return rows.stream().mapToDouble(row -> row.judgement().floor()).max().orElse(0);
    }

    /** What a comparison says to whoever asked for it. */
    public enum Outcome {
        /** No row changed that stops a change. */
        PASS,
        /** A row did. */
        FAIL,
        /** None did, but not every row could be decided, and that was asked for. */
        OPEN
    }

    /**
     * A row that could not be compared.
     *
     * @param label what it is of
     * @param reason why, such as {@code only in the base}
     */
    public record Unmatched(String label, String reason) {}
}
