// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.failure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import org.nofaultbench.nativelib.UnusableLibraryException;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** Turns what was thrown into one line and an exit status. */
public final class Failures {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private Failures() {}

    /** 2 for what the user can mend, 125 where two builds could not be compared, 1 for the rest. */
    public static int report(Throwable exception, PrintStream err) {
        err.println(oneLine(exception));
        if (exception instanceof UserError error) {
            return error.status();
        }
        return exception instanceof InputException || exception instanceof UnusableLibraryException ? UNUSABLE : FAILED;
    }

    private static String oneLine(Throwable exception) {
        String message = exception.getMessage();
        if (exception instanceof FileSystemException failed) {
            return "cannot use a file: file=" + failed.getFile() + ", " + Detail.reason(failed)
                    + "; free space there, or name another folder";
        }
        if (message == null || message.isBlank()) {
            return "internal error: type=" + exception.getClass().getName() + "; please report it";
        }
        String line = message.lines().findFirst().orElseThrow();
        // The suite's own messages have name=value; this is what the system said.
        return exception instanceof IOException && !line.contains("=")
                ? "cannot read or write: reason=" + line + "; free space, or name another folder"
                : line;
    }
}
