// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import org.nofaultbench.reports.stats.Estimate;

/**
 * One run's figure in a series.
 *
 * @param run it is of
 * @param estimate in the unit of the series
 */
public record Point(HistoryRun run, Estimate estimate) {}
