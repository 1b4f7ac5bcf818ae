// SPDX-License-Identifier: MIT
/**
 * What a user names as measured, a run folder or JMH files, in one form for comparison and history:
 * {@link org.nofaultbench.reports.input.InputReader} reads it as a {@link org.nofaultbench.reports.input.RunInput}.
 */
package org.nofaultbench.reports.input;
