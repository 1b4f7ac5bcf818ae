// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/**
 * What one access of a healthy pool reads, so that two strategies can take turns at it in one process.
 *
 * @param region of no row where begin and end alone are measured
 * @param poolBytes of the client's file
 * @param kernel what consumes the bytes
 */
public record ReadSpec(Region region, long poolBytes, ReadLoop kernel) {

    private static final long EMPTY_POOL_BYTES = 4096;

    static ReadSpec wholeBuffer(Parameters parameters) {
        long bytes = size(parameters).bytes();
        return new ReadSpec(Region.whole(bytes), bytes, ReadLoop.SUM);
    }

    static ReadSpec stagedRows(Parameters parameters) {
        ReadLoop kernel = ReadLoop.of(parameters.value("kernel").orElseThrow());
        return new ReadSpec(size(parameters).rows(), size(parameters).bytes(), kernel);
    }

    static ReadSpec damage(Parameters parameters) {
        Region region = Damage.region(size(parameters), parameters.value("damage").orElseThrow(),
                parameters.value("shape").orElseThrow());
        return new ReadSpec(region, size(parameters).bytes(), ReadLoop.SUM);
    }

    static ReadSpec nothing(Parameters parameters) {
        return new ReadSpec(Region.nothing(), EMPTY_POOL_BYTES, ReadLoop.SUM);
    }

    private static BufferSize size(Parameters parameters) {
        return parameters.size().orElseThrow();
    }
}
