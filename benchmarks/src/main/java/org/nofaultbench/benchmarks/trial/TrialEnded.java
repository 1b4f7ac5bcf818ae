// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.nofaultbench.reports.model.Observed;

/** Ends a trial with an answer; the message says why, null for nothing. */
final class TrialEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final Observed observed;

    TrialEnded(Observed observed, String detail) {
        super(detail);
        this.observed = observed;
    }

    /** Ends the trial with a no unless the condition holds. */
    static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new TrialEnded(Observed.NO, otherwise);
        }
    }

    /** Waits for a part of the trial in another thread; what ended it there ends it here. */
    static void await(Future<?> part) throws Exception {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TrialEnded ended ? ended : e;
        }
    }
}
