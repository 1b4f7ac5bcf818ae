// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.Locale;

/**
 * How many trials of how many.
 *
 * @param hits trials that were counted
 * @param trials all of them
 */
record Share(long hits, long trials) {

    double value() {
        return (double) hits / trials;
    }

    /** Of the value, if every trial had this chance (binomial). */
    double standardError(double chance) {
        return Math.sqrt(chance * (1 - chance) / trials);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f%%", 100 * value());
    }
}
