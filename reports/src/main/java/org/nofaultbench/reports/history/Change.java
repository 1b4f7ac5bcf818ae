// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.Serializable;
import java.util.Set;
import org.nofaultbench.reports.stats.change.ChangePoint;

/**
 * A change of a series.
 *
 * @param place where, in points of the series
 * @param kind of what
 * @param factor of the level, or of the spread, from before to after; above 1 is slower, or noisier
 * @param cause what else changed there
 * @param facts names of the facts of the machine that changed there
 */
public record Change(ChangePoint place, Kind kind, double factor, Cause cause, Set<String> facts)
        implements Serializable {

    /** What changed. */
    public enum Kind {
        LEVEL,
        SPREAD
    }

    /** What else changed there: what an alarm can be about. */
    public enum Cause {
        BUILD,
        MACHINE,
        BUILD_AND_MACHINE,
        /** Nobody knows whether the build changed: the files name no commit. */
        UNKNOWN_BUILD,
        /** Of a ratio: the time of the baseline, whose page has the alarm. */
        BASELINE,
        /** Neither, so it is noise or a drift that nobody recorded, and no alarm (the rule of LLVM's LNT). */
        NOTHING_KNOWN
    }

    /** Whether somebody should look at it: the figures moved where the build or the machine had changed. */
    public boolean isAlarm() {
        return kind == Kind.LEVEL && cause != Cause.NOTHING_KNOWN && cause != Cause.BASELINE;
    }

    public Change causedBy(Cause other) {
        return new Change(place, kind, factor, other, facts);
    }

    public boolean isSlower() {
        return factor > 1;
    }
}
