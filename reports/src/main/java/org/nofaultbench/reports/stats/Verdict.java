// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Optional;

/** What a ratio of times says; the constants stand in the order in which they are tried. */
public enum Verdict {
    /** Fewer rounds than the confidence needs; nothing may be concluded. */
    TOO_FEW,
    /** The whole interval lies inside the margin. A ratio that merely could be 1 is not called equal. */
    EQUIVALENT,
    /** The whole interval lies below 1: less time. */
    FASTER,
    /** The whole interval lies above 1: more time. */
    SLOWER,
    /** The interval holds 1 and reaches out of the margin; more rounds may decide. */
    UNDECIDED;

    /** The verdict on a ratio of times, above 1 meaning more time than the baseline. */
    public static Verdict of(Estimate ratio, Margin margin) {
        Optional<Interval> interval = ratio.interval();
        return interval.isEmpty() ? TOO_FEW : decided(interval.get(), margin.band());
    }

    private static Verdict decided(Interval interval, Interval band) {
        if (interval.isInside(band)) {
            return EQUIVALENT;
        }
        if (interval.isBelow(1)) {
            return FASTER;
        }
        return interval.isAbove(1) ? SLOWER : UNDECIDED;
    }

    /** As it is printed, such as {@code TOO FEW}. */
    public String label() {
        return name().replace('_', ' ');
    }
}
