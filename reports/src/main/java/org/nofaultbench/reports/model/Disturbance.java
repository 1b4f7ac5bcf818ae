// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * One limit of noise that a fork went beyond.
 *
 * @param what what is limited, with its unit, such as {@code stolen time, % of the fork's duration}
 * @param seen what it was
 * @param limit the most, or for a frequency the least, that leaves a fork undisturbed
 */
public record Disturbance(String what, double seen, double limit) {

    public Disturbance {
        Checks.id(what, "/what");
    }

    /** How far beyond its limit, as a factor above 1 that can be compared with that of another limit. */
    public double excess() {
        double factor = limit > 0 && seen > 0 ? seen / limit : 1 + Math.abs(seen - limit);
        return Math.max(factor, 1 / factor);
    }
}
