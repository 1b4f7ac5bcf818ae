// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.failure;

/** Something that the user can mend: its message is the one line that they see, and the exit status is 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
