// SPDX-License-Identifier: MIT
/**
 * From a run folder to judged cells. {@link org.nofaultbench.reports.analysis.RunReader} trusts nothing in the folder and
 * answers broken input with one line that names file and place; {@link org.nofaultbench.reports.analysis.Analyst} turns the
 * forks into figures, ratios and verdicts; {@link org.nofaultbench.reports.analysis.Panel} keeps anybody from averaging over a
 * parameter that is not named. Depends on model and stats.
 */
package org.nofaultbench.reports.analysis;
