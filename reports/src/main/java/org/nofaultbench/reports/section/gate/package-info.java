// SPDX-License-Identifier: MIT
/**
 * What a comparison of two runs says, as finished text: {@link org.nofaultbench.reports.section.gate.GateReport} is what the
 * renderers lay out as a table, a comment or a page. Text from input is in it as it came; each renderer makes it fit its form.
 */
package org.nofaultbench.reports.section.gate;
