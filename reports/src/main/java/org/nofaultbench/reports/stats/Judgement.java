// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Optional;

/**
 * What a row of a table comes to: the rounds of two cells, or the forks of two runs.
 *
 * @param ratio of the times, candidate over baseline, or of the costs, new over base, with its own 95% interval
 * @param difference of the times, in their unit; empty where no rounds pair the two sides
 * @param verdict on the ratio, held against all rows of the table
 * @param tableP probability of a row at least as extreme in a table whose rows are all the same
 * @param floor difference, as a share, that a row of two runs has to exceed: the margin and what two runs of one build may differ
 *     by; 0 of paired rounds, whose sides the machine moves alike
 * @param sight what the row could have seen; the A/A figure of two runs is how far the second half of a run lies from its first
 */
public record Judgement(
        Estimate ratio,
        Optional<Estimate> difference,
        Verdict verdict,
        double tableP,
        double floor,
        MinimumDetectableEffect sight) {

    /** To which side the ratio lies. */
    public Direction lean() {
        return Direction.of(ratio.median());
    }

    /** The verdict in words; one that is still open says to which side it leans. */
    public String label() {
        return verdict.label(lean());
    }
}
