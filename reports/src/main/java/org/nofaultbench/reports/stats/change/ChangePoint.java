// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

import java.io.Serializable;

/**
 * A place at which a series changes.
 *
 * @param at index of the first value after it
 * @param earliest first of the places that it may as well be at: together they hold it 999 times in 1,000
 * @param latest last of them
 * @param p probability of a change at least as clear anywhere in a series of this length that has none
 */
public record ChangePoint(int at, int earliest, int latest, double p) implements Serializable {}
