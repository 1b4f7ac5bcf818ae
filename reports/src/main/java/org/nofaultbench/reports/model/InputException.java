// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bad input from a user or a result file. The message is the one line that the user sees. */
public final class InputException extends RuntimeException {

    /**
     * @param what what went wrong
     * @param advice what to try
     * @param details where and with which values
     */
    public InputException(String what, String advice, Detail... details) {
        super(what + ": " + Stream.of(details).map(Detail::toString).collect(Collectors.joining(", ")) + "; " + advice);
    }
}
