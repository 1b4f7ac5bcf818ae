// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.failure;

/** Ends a command: its message is the one line that the user sees. By default it is something that they can mend, status 2. */
public final class UserError extends RuntimeException {

    /** Of git-bisect(1): {@code git bisect run} passes over such a commit; any other failure it takes for a bad one. */
    public static final int CANNOT_BE_TESTED = 125;

    private static final int UNUSABLE = 2;
    private static final long serialVersionUID = 1L;

    private final int status;

    public UserError(String message) {
        this(message, null);
    }

    public UserError(String message, Throwable cause) {
        this(message, cause, UNUSABLE);
    }

    private UserError(String message, Throwable cause, int status) {
        super(message, cause);
        this.status = status;
    }

    /** Two builds could not be compared. */
    public static UserError cannotBeTested(String message, Throwable cause) {
        return new UserError(message, cause, CANNOT_BE_TESTED);
    }

    /** The command's exit status. */
    public int status() {
        return status;
    }
}
