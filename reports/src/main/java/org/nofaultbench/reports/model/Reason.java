// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for why a file could not be used; Java's own are class names and paths. */
public final class Reason {

    private Reason() {}

    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException named) {
            return named.getReason() == null ? "input/output error" : named.getReason();
        }
        // What write(2) refused, such as "No space left on device".
        return e.getMessage() == null || e.getMessage().isBlank()
                ? "input/output error"
                : e.getMessage().lines().findFirst().orElseThrow();
    }
}
