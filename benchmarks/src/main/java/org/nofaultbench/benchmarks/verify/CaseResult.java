// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/**
 * One finished experiment.
 *
 * @param strategy id such as {@code guard-pool}
 * @param property id such as {@code tells-loss}
 * @param observation what came of it
 */
public record CaseResult(String strategy, String property, Observation observation) {

    /** As a result line of KTAP (kernel documentation, dev-tools/ktap). */
    String ktap(int number) {
        String start = (observation.ok() ? "ok " : "not ok ") + number + " " + strategy + " " + property;
        return switch (observation.observed()) {
            case SKIPPED -> start + " # SKIP" + after(" ");
            case YES -> start + ": yes" + after(" - ");
            case NO -> start + ": no" + after(" - ");
            case ERROR -> start + ": error" + after(" - ");
        };
    }

    private String after(String separator) {
        return observation.detail() == null ? "" : separator + observation.detail();
    }

    /** What the strategy declares, as far as it shows in an answer that is or is not as declared. */
    static Boolean declared(Observed observed, boolean ok) {
        return switch (observed) {
            case YES -> ok;
            case NO -> !ok;
            case SKIPPED, ERROR -> null;
        };
    }
}
