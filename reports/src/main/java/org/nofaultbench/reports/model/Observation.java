// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * What an experiment showed of one property of one strategy.
 *
 * @param declared what the strategy declares of itself; null where the experiment did not say, as when it was skipped
 * @param observed what came of the experiment
 * @param detail why, in a sentence; null where there is nothing to say
 */
public record Observation(Boolean declared, Observed observed, String detail) {

    public Observation {
        Checks.present(observed, "/observed");
    }

    /** Whether it came out as declared; what was skipped contradicts nothing. */
    public boolean ok() {
        return switch (observed) {
            case SKIPPED -> true;
            case ERROR -> false;
            case YES -> !Boolean.FALSE.equals(declared);
            case NO -> !Boolean.TRUE.equals(declared);
        };
    }

    /** The word for a table: {@code yes}, {@code no}, {@code skip}, or {@code YES!}, {@code NO!}, {@code ERR!} where it is not ok. */
    public String mark() {
        return switch (observed) {
            case SKIPPED -> "skip";
            case ERROR -> "ERR!";
            case YES -> ok() ? "yes" : "YES!";
            case NO -> ok() ? "no" : "NO!";
        };
    }
}
