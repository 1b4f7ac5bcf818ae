// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.Optional;
import org.nofaultbench.reports.stats.BetweenForks;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * By what two runs are judged.
 *
 * @param margin what counts as the same
 * @param betweenRuns what two runs of one build may differ by where they do not show it
 * @param betweenForks what forks of one build may differ by where there are too few to show it
 * @param failOn which change stops
 * @param strict whether what could not be decided stops as well
 * @param allowMissing whether a row that the base has may be missing from the new run
 * @param machine where JMH files were measured; empty where nobody said so
 * @param acknowledged changes that were accepted
 */
public record ComparisonRules(
        Margin margin,
        BetweenRuns betweenRuns,
        BetweenForks betweenForks,
        FailurePolicy failOn,
        boolean strict,
        boolean allowMissing,
        Optional<String> machine,
        Acknowledged acknowledged) {

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
