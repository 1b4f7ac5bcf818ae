// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.failure;

import java.io.PrintStream;
import org.nofaultbench.nativelib.UnusableLibraryException;
import org.nofaultbench.reports.model.InputException;

/** Turns what was thrown into one line and an exit status. */
public final class Failures {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private Failures() {}

    /** 2 for what the user can mend, 125 where two builds could not be compared, 1 for the rest. */
    public static int report(Exception exception, PrintStream err) {
        err.println(oneLine(exception));
        if (exception instanceof CannotBeTested) {
            return CannotBeTested.STATUS;
        }
        return exception instanceof UserError
                        || exception instanceof InputException
                        || exception instanceof UnusableLibraryException
                ? UNUSABLE
                : FAILED;
    }

    private static String oneLine(Exception exception) {
        String message = exception.getMessage();
        return message == null || message.isBlank()
                ? "internal error: type=" + exception.getClass().getName() + "; please report it"
                : message.lines().findFirst().orElseThrow();
    }
}
