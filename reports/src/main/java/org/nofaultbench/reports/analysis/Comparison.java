// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A cell against its baseline, paired by round.
 *
 * @param baseline the other cell
 * @param judgement of the ratio of the times, under the analysis' margin and in view of all comparisons of the run
 */
public record Comparison(CellEntry baseline, Judgement judgement) {

    /** Of the times; above 1 is slower than the baseline. */
    public Estimate ratio() {
        return judgement.ratio();
    }

    /** Of the times, in the cells' unit. */
    public Estimate difference() {
        return judgement.difference().orElseThrow();
    }

    public Verdict verdict() {
        return judgement.verdict();
    }
}
