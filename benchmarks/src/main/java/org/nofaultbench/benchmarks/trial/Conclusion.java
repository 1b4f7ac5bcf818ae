// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import org.nofaultbench.reports.model.Observed;

/** Ends a trial from wherever it is. */
final class Conclusion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer observation;

    private Conclusion(Answer observation) {
        super(observation.line());
        this.observation = observation;
    }

    Answer observation() {
        return observation;
    }

    static Conclusion yes(String detail) {
        return new Conclusion(new Answer(Observed.YES, detail));
    }

    static Conclusion skip(String reason) {
        return new Conclusion(new Answer(Observed.SKIPPED, reason));
    }

    /** Ends the trial with a no unless the condition holds. */
    static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new Conclusion(new Answer(Observed.NO, otherwise));
        }
    }
}
