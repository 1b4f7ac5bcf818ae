// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** A native library that cannot be used here: its message is one line that says why and what to try. */
public final class UnusableLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableLibraryException(String message) {
        super(message);
    }

    UnusableLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
