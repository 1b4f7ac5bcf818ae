// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A cell against its baseline, paired by round.
 *
 * @param baseline the other cell
 * @param ratio of the times; above 1 is slower than the baseline
 * @param difference of the times, in the cells' unit
 * @param verdict on the ratio, under the analysis' margin
 */
public record Comparison(CellEntry baseline, Estimate ratio, Estimate difference, Verdict verdict) {}
