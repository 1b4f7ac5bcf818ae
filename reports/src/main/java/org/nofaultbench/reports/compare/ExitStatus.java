// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.util.function.Supplier;
import org.nofaultbench.reports.compare.ComparisonResult.Outcome;
import org.nofaultbench.reports.model.InputException;

/**
 * Exit statuses of a comparison, for people and CI or for {@code git bisect run} (git-bisect(1), "Bisect run"): there 1 is a bad
 * commit, 125 one that cannot be tested and 128 and above ends the bisection.
 *
 * @param bisect whether they are for {@code git bisect run}
 */
public record ExitStatus(boolean bisect) {

    static final int BAD_INPUT = 2;
    private static final int CHANGED = 1;
    private static final int INCONCLUSIVE = 3;
    private static final int CANNOT_TEST = 125;
    /** What ends it. */
    public static final int END_BISECTION = 128;

    /** Bad input that has its own status. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(InputException cause, int status) {
            super(cause.getMessage(), cause);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** What every commit would fail alike. */
    public <T> T ofTheComparison(Supplier<T> work) {
        return refusedWith(work, bisect ? END_BISECTION : BAD_INPUT);
    }

    /** What this commit alone is at fault for. */
    public <T> T ofTheNewRun(Supplier<T> work) {
        return refusedWith(work, bisect ? CANNOT_TEST : BAD_INPUT);
    }

    private static <T> T refusedWith(Supplier<T> work, int status) {
        try {
            return work.get();
        } catch (InputException e) {
            throw new Refused(e, status);
        }
    }

    public int of(ComparisonResult result) {
        if (result.outcome() == Outcome.FAIL) {
            return CHANGED;
        }
        if (result.outcome() == Outcome.INCONCLUSIVE) {
            return bisect ? CANNOT_TEST : INCONCLUSIVE;
        }
        return 0;
    }
}
