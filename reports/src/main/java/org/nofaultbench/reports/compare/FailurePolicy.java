// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import org.nofaultbench.reports.stats.Verdict;

/** Which change stops a comparison. */
public enum FailurePolicy {
    SLOWER,
    FASTER,
    ANY,
    NONE;

    boolean stops(Verdict verdict) {
        return switch (this) {
            case SLOWER -> verdict == Verdict.SLOWER;
            case FASTER -> verdict == Verdict.FASTER;
            case ANY -> verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
            case NONE -> false;
        };
    }
}
