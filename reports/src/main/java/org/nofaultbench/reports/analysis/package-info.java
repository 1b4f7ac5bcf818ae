// SPDX-License-Identifier: MIT
/**
 * From a run to judged cells: {@link org.nofaultbench.reports.analysis.Analyst} turns the forks into figures, ratios and
 * verdicts; {@link org.nofaultbench.reports.analysis.Panel} refuses to average over a parameter that is not named. Depends on
 * model and stats.
 */
package org.nofaultbench.reports.analysis;
