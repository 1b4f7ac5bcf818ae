// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/**
 * What is compared: two strategies that read the same bytes in the same way.
 *
 * @param candidate id of a strategy of the native registry, which runs on this machine
 * @param baseline another one, or the same, which then is compared with itself
 * @param region what one access reads; of no row, begin and end are left
 * @param poolBytes of the client's file
 * @param kernel what consumes the bytes; not {@link ReadLoop#FILL}
 * @param slowdown of the candidate, in tests of the test; none otherwise
 */
public record PairSpec(
        String candidate, String baseline, Region region, long poolBytes, ReadLoop kernel, InjectedSlowdown slowdown) {

    public PairSpec {
        if (kernel == ReadLoop.FILL) {
            throw new IllegalArgumentException("a pair reads, it cannot fill: kernel=" + kernel.id());
        }
    }

    /** The same without a slow-down. */
    public PairSpec(String candidate, String baseline, Region region, long poolBytes, ReadLoop kernel) {
        this(candidate, baseline, region, poolBytes, kernel, InjectedSlowdown.NONE);
    }
}
