// SPDX-License-Identifier: MIT
/**
 * Two runs against one another: {@link org.nofaultbench.reports.compare.Comparer} takes what was measured, a run folder
 * or a JMH file, as {@link org.nofaultbench.reports.input.RunInput}s and gives a
 * {@link org.nofaultbench.reports.compare.ComparisonResult}: which rows became slower, and whether that stops a change. Depends on
 * stats for every verdict.
 */
package org.nofaultbench.reports.compare;
