// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.Locale;
import java.util.Optional;

/** What a ratio of times says; the constants stand in the order in which they are tried. */
public enum Verdict {
    /** Fewer rounds than the confidence needs; nothing may be concluded. */
    TOO_FEW,
    /** The whole interval lies inside the margin. A ratio that merely could be 1 is not called equal. */
    EQUIVALENT,
    /** The whole interval lies below 1, and so it does in view of all rows of the table: less time. */
    FASTER,
    /** The whole interval lies above 1, and so it does in view of all rows of the table: more time. */
    SLOWER,
    /** Neither is shown; more rounds may decide. */
    UNDECIDED;

    /**
     * The verdict on a ratio of times, above 1 meaning more time than the baseline.
     *
     * @param tableP probability of a row at least as extreme in a table whose rows are all the same
     * @param alpha share of such tables that may show a difference
     */
    static Verdict onRatio(Estimate ratio, Margin margin, double tableP, double alpha) {
        return onRatio(ratio.interval(), margin, ratio.n() >= Comparisons.minimumRounds(alpha), tableP <= alpha);
    }

    /**
     * The same.
     *
     * @param enough whether there were as many figures as a difference needs
     * @param shown whether all rows of the table together show one
     */
    static Verdict onRatio(Optional<Interval> ratio, Margin margin, boolean enough, boolean shown) {
        if (ratio.isPresent() && ratio.get().isInside(margin.band())) {
            return EQUIVALENT;
        }
        if (ratio.isEmpty() || !enough) {
            return TOO_FEW;
        }
        return shown ? side(ratio.get()) : UNDECIDED;
    }

    private static Verdict side(Interval interval) {
        if (interval.isBelow(1)) {
            return FASTER;
        }
        return interval.isAbove(1) ? SLOWER : UNDECIDED;
    }

    /** Whether more rounds could not be expected to change it. */
    public boolean isDecided() {
        return this == EQUIVALENT || this == FASTER || this == SLOWER;
    }

    /** In words; one that is still open says to which side it leans. */
    String label(Direction lean) {
        return this == UNDECIDED && lean != Direction.NEITHER
                ? label() + ", leans " + lean.name().toLowerCase(Locale.ROOT)
                : label();
    }

    /** As it is printed, such as {@code TOO FEW}. */
    public String label() {
        return name().replace('_', ' ');
    }
}
