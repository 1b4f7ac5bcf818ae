// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/**
 * What a row of two runs comes to.
 *
 * @param ratio of the costs, new over base, with its own 95% interval
 * @param verdict on the ratio, held against all rows of the table and against what two runs of one build may differ by
 * @param lean to which side the ratio lies
 * @param tableP probability of a row at least as extreme in a table in which nothing changed
 * @param floor difference, as a share, that a row has to exceed: the margin and what two runs of one build may differ by
 * @param sight what the row could have seen; its A/A figure is how far the second half of a run lies from its first
 */
public record RunJudgement(
        Estimate ratio, Verdict verdict, Direction lean, double tableP, double floor, MinimumDetectableEffect sight) {

    /** The verdict in words; one that is still open says to which side it leans. */
    public String label() {
        return verdict.label(lean);
    }
}
