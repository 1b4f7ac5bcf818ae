// SPDX-License-Identifier: MIT
/**
 * The one code that turns samples into figures, intervals and verdicts, shared by the reports, the runner and {@code pair}, so
 * that the progress line and the page cannot disagree. The estimand is the median of the per-round ratios: a fork's figure is
 * the median of its iterations, and a ratio is formed within a round, where drift touches both sides. Start at
 * {@link org.nofaultbench.reports.stats.Comparisons}, or at {@link org.nofaultbench.reports.stats.SequentialTest} where measuring may
 * stop early. Two runs of their own, whose rounds nothing pairs, are for
 * {@link org.nofaultbench.reports.stats.RunComparisons}. Knows samples only: no files, no cells, no names.
 */
package org.nofaultbench.reports.stats;
