// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** A strategy library that cannot be used: its message is one line that says why and what to try. */
public final class UnusableLibraryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableLibraryException(String message) {
        super(message);
    }
}
