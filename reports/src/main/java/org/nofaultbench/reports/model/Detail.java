// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * One {@code name=value} of an error line.
 *
 * @param name what it is
 * @param value from the input, as hostile as the input
 */
public record Detail(String name, String value) {

    private static final String INPUT_OUTPUT_ERROR = "input/output error";

    public static Detail of(String name, Object value) {
        return new Detail(name, String.valueOf(value));
    }

    /** Why a file could not be used, in words; Java's own are class names and paths. */
    public static Detail reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return of("reason", "its folder does not exist");
        }
        if (e instanceof AccessDeniedException) {
            return of("reason", "permission denied");
        }
        if (e instanceof FileSystemException named) {
            return of("reason", named.getReason() == null ? INPUT_OUTPUT_ERROR : named.getReason());
        }
        // What write(2) refused, such as "No space left on device".
        boolean silent = e.getMessage() == null || e.getMessage().isBlank();
        return of(
                "reason",
                silent ? INPUT_OUTPUT_ERROR : e.getMessage().lines().findFirst().orElseThrow());
    }

    @Override
    public String toString() {
        return name + "=" + Printable.brief(value);
    }
}
