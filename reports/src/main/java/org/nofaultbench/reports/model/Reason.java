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
        return e instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : "input/output error";
    }
}
