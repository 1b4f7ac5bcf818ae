// SPDX-License-Identifier: MIT
/**
 * What a report says, in no particular format: a {@link org.nofaultbench.reports.section.Section} turns the analysis into
 * titled prose, tables and chart data, and the renderers turn those into a page or a mail. A new section is one class and one
 * line in {@link org.nofaultbench.reports.section.Sections}. No section knows a strategy or a size; they come from the
 * manifest. Depends on model, stats and analysis.
 */
package org.nofaultbench.reports.section;
