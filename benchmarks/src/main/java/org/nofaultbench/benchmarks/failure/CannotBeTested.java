// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.failure;

/**
 * Two builds could not be compared. The exit status is 125, which {@code git bisect run} takes for a commit that it has to
 * pass over; any other failure it would take for a bad commit.
 */
public final class CannotBeTested extends RuntimeException {

    /** Of git-bisect(1). */
    public static final int STATUS = 125;

    private static final long serialVersionUID = 1L;

    public CannotBeTested(String message) {
        super(message);
    }

    public CannotBeTested(String message, Throwable cause) {
        super(message, cause);
    }
}
