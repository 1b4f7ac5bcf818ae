// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import org.nofaultbench.nativelib.NamedConstant;

/**
 * Which of two builds a cell is measured with, in a run that compares them. It is a parameter of the cell like any other, so
 * that no table or chart draws over it.
 */
public enum Build implements NamedConstant {
    NEW,
    /** The one that the build that runs is compared with. */
    BASE;

    /** Name of the parameter; JMH knows nothing of it. */
    static final String PARAMETER = "build";

    static Optional<Build> in(Parameters parameters) {
        return parameters.value(PARAMETER).map(id -> NamedConstant.parse(Build.class, PARAMETER, PARAMETER, id));
    }
}
