// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of two builds a cell is measured with, in a run that compares them. It is a parameter of the cell like any other, so
 * that no table or chart draws over it.
 */
public enum Build {
    NEW,
    /** The one that the build that runs is compared with. */
    BASE;

    /** Name of the parameter; JMH knows nothing of it. */
    static final String PARAMETER = "build";

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Build> in(Parameters parameters) {
        return parameters
                .value(PARAMETER)
                .flatMap(id -> Arrays.stream(values())
                        .filter(build -> build.id().equals(id))
                        .findFirst());
    }
}
