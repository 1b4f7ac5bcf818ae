// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

/** To which side a ratio of times lies, whether or not that is decided. */
public enum Direction {
    FASTER,
    SLOWER,
    /** Exactly on neither. */
    NEITHER;

    static Direction of(double ratio) {
        if (ratio == 1) {
            return NEITHER;
        }
        return ratio < 1 ? FASTER : SLOWER;
    }
}
