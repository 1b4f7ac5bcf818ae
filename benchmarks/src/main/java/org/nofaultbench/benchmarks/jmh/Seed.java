// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

/** The seed of the frames: the run's, handed to the fork by a system property. */
public final class Seed {

    /** System property that holds the run's seed, a decimal 64-bit number. */
    public static final String PROPERTY = "nofault.seed";

    private Seed() {}

    static long value() {
        return Long.getLong(PROPERTY, 1L);
    }
}
