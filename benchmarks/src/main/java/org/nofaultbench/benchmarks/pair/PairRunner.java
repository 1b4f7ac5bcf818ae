// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import java.io.IOException;

/** Whoever measures a fork of a pair: {@link PairProgram}, or a test. */
@FunctionalInterface
public interface PairRunner {

    /**
     * Measures one fork.
     *
     * @param seed of the data and of all that is left to chance in it
     * @throws IOException where nothing was measured, with a message of one line
     */
    PairFork measure(PairSpec spec, long seed) throws IOException;
}
