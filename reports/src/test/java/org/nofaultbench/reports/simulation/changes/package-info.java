// SPDX-License-Identifier: MIT
/**
 * How often are changes of a series found, missed and made up? Draws series whose changes are known, of the kinds that
 * histories have, and counts what {@code reports.stats.change} makes of them. Start at
 * {@link org.nofaultbench.reports.simulation.changes.ChangeSimulation}.
 */
package org.nofaultbench.reports.simulation.changes;
