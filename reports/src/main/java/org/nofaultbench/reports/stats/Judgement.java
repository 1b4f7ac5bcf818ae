// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * What the rounds of two cells come to.
 *
 * @param ratio of the times, candidate over baseline, with its own 95% interval
 * @param difference of the times, in their unit
 * @param verdict on the ratio, held against all rows of the table
 * @param lean to which side the ratio lies
 * @param tableP probability of a row at least as extreme in a table whose rows are all the same
 * @param sight what the row could have seen
 */
public record Judgement(
        Estimate ratio,
        Estimate difference,
        Verdict verdict,
        Direction lean,
        double tableP,
        MinimumDetectableEffect sight) {

    /** The verdict in words; one that is still open says to which side it leans. */
    public String label() {
        return verdict.label(lean);
    }
}
