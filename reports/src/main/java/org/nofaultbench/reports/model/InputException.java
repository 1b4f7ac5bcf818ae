// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.List;
import java.util.stream.Collectors;

/** Bad input from a user or a result file. The message is the one line that the user sees. */
public final class InputException extends RuntimeException {

    /**
     * @param what what went wrong
     * @param advice what to try
     * @param details where and with which values
     */
    public InputException(String what, String advice, Detail... details) {
        super(line(what, advice, List.of(details)));
    }

    private static String line(String what, String advice, List<Detail> details) {
        return what + ": " + details.stream().map(Detail::toString).collect(Collectors.joining(", ")) + "; " + advice;
    }
}
