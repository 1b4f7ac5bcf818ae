// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.util.List;

/** Commands of another jar, found by {@link java.util.ServiceLoader}: the store and its engine are not in {@code reports.jar}. */
public interface CommandProvider {

    /**
     * New instances of picocli commands. One that has the name of a command of {@code reports.jar} is taken in its place where
     * the command line has {@code --store}.
     */
    List<Object> commands();
}
