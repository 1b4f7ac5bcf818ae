// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import org.nofaultbench.reports.model.Observed;

/**
 * One property of one strategy, as declared and as observed.
 *
 * @param strategy id, such as {@code jvm-mapped}
 * @param property id, such as {@code tells-loss}
 * @param declared whether the strategy says that it has the property
 * @param detail one line, possibly empty: the reason of a declared no, a skip or an error, and what was seen
 */
public record CaseResult(String strategy, String property, boolean declared, Observed observed, String detail) {

    /** Whether it is as declared, or was skipped. */
    public boolean ok() {
        return observed == Observed.SKIPPED || observed == (declared ? Observed.YES : Observed.NO);
    }
}
