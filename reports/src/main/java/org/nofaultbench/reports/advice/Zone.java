// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import org.nofaultbench.reports.stats.Verdict;

/**
 * A part of a quantity's range in which the same is known of two strategies.
 *
 * @param from where it begins
 * @param to where it ends
 * @param winner who takes less time in it
 */
public record Zone(double from, double to, Winner winner) {

    /** Who takes less time. */
    public enum Winner {
        /** The first one. */
        FIRST,
        /** The second one. */
        SECOND,
        /** Neither: the whole interval of the ratio lies within the margin. */
        SAME,
        /** It is not shown; a crossover lies in such a zone. */
        UNDECIDED,
        /** There are fewer rounds than an interval needs. */
        TOO_FEW;

        /** By what is said of the second one's time, the first one's being the baseline. */
        static Winner of(Verdict second) {
            return switch (second) {
                case FASTER -> SECOND;
                case SLOWER -> FIRST;
                case EQUIVALENT -> SAME;
                case UNDECIDED -> UNDECIDED;
                case TOO_FEW -> TOO_FEW;
            };
        }
    }
}
