// SPDX-License-Identifier: MIT
/**
 * How often is the suite's own judgement wrong? Draws runs whose truth is known and counts what {@code reports.stats} makes
 * of them: the code that reports use, not a copy. Start at {@link org.nofaultbench.reports.simulation.Simulation}. Knows
 * {@code stats} only.
 */
package org.nofaultbench.reports.simulation;
