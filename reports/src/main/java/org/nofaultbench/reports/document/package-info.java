// SPDX-License-Identifier: MIT
/**
 * The document model: a {@link org.nofaultbench.reports.document.Report} has sections of prose, tables, charts and matrices
 * whose figures are typed values. It knows no output format; render turns it into bytes. Depends on model, stats and analysis.
 */
package org.nofaultbench.reports.document;
