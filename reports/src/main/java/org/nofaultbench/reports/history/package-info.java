// SPDX-License-Identifier: MIT
/**
 * Many runs as series over time: what changed, when, and whether the build or the machine had changed there. Start at
 * {@link org.nofaultbench.reports.history.HistoryReader}, which reads what is new and keeps the rest, and at
 * {@link org.nofaultbench.reports.history.HistoryAnalyzer}, which looks for changes. Depends on model, stats and analysis; sections,
 * which are of one run, and this know nothing of one another.
 */
package org.nofaultbench.reports.history;
