// SPDX-License-Identifier: MIT
/**
 * The report about one run: one {@link org.nofaultbench.reports.report.Section} per question. A new section is one class and
 * one line in {@link org.nofaultbench.reports.report.Sections}. No section knows a strategy or a size; they come from the
 * manifest. Depends on document and what lies below it, and on render for its commands.
 */
package org.nofaultbench.reports.report;
