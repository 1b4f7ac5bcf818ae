// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/**
 * The axis on which a chart's values lie.
 *
 * @param label what it is, with the unit
 * @param logarithmic whether equal distances are equal ratios
 */
public record Axis(String label, boolean logarithmic) {}
