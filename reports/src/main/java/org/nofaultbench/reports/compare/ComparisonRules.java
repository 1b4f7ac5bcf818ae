// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * By what two runs are judged.
 *
 * @param margin what counts as the same
 * @param betweenRuns what two runs of one build may differ by where they do not show it
 * @param failOn which change stops
 * @param strict whether what could not be decided stops as well
 * @param acknowledged changes that were accepted
 */
public record ComparisonRules(Margin margin, BetweenRuns betweenRuns, FailurePolicy failOn, boolean strict, Acknowledged acknowledged) {

    /** Which change stops a comparison. */
    public enum FailurePolicy {
        SLOWER,
        FASTER,
        ANY,
        NONE;

        boolean stops(Verdict verdict) {
            return switch (this) {
                case SLOWER -> verdict == Verdict.SLOWER;
                case FASTER -> verdict == Verdict.FASTER;
                case ANY -> verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
                case NONE -> false;
            };
        }
    }
}
