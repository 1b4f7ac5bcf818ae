// SPDX-License-Identifier: MIT
/**
 * Many runs as series over time: what changed, when, and whether the build or the machine had changed there. Start at
 * {@link org.nofaultbench.reports.history.HistoryReader} and at {@link org.nofaultbench.reports.history.HistoryAnalyzer},
 * which looks for changes. Depends on model, stats, analysis, document and render.
 */
package org.nofaultbench.reports.history;
