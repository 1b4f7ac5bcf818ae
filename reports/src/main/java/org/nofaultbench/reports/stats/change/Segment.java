// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats.change;

/**
 * Values between two changes.
 *
 * @param from index of the first
 * @param to index after the last
 * @param level their mean, without those that stand alone
 * @param deviation their standard deviation, likewise
 */
public record Segment(int from, int to, double level, double deviation) {

    public int size() {
        return to - from;
    }
}
