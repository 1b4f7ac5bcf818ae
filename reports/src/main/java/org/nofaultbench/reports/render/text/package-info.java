// SPDX-License-Identifier: MIT
/**
 * Plain text of a fixed width: {@code lkml} for a kernel list and
 * {@link org.nofaultbench.reports.render.text.TerminalSummary} for the end of a run.
 */
package org.nofaultbench.reports.render.text;
