// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

/**
 * What may be compared over time: another machine, metric or unit is another series.
 *
 * @param machine label of the machine
 * @param cell id of the cell
 * @param metric whose figure it is
 * @param unit of the figure
 * @param baseline id of the cell that it is compared with; empty where it is compared with none
 */
public record SeriesKey(String machine, String cell, String metric, String unit, String baseline) {}
