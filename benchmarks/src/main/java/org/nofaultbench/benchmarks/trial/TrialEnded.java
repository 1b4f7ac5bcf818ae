// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import org.nofaultbench.reports.model.Observed;

final class TrialEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ChildResult result;

    private TrialEnded(ChildResult result) {
        super(result.line());
        this.result = result;
    }

    ChildResult result() {
        return result;
    }

    static TrialEnded yes(String detail) {
        return new TrialEnded(new ChildResult(Observed.YES, detail));
    }

    static TrialEnded skip(String reason) {
        return new TrialEnded(new ChildResult(Observed.SKIPPED, reason));
    }

    /** Ends the trial with a no unless the condition holds. */
    static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new TrialEnded(new ChildResult(Observed.NO, otherwise));
        }
    }
}
