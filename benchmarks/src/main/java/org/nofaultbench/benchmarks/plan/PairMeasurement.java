// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/**
 * What two strategies take turns at, in one process where they can share it and else in two.
 *
 * @param kind what one turn does
 * @param region that an access reads; of no row where begin and end alone are measured
 * @param poolBytes of the client's file
 * @param kernel what consumes the bytes
 */
public record PairMeasurement(Kind kind, Region region, long poolBytes, ReadLoop kernel) {

    private static final long EMPTY_POOL_BYTES = 4096;

    /** What one turn does, named as {@code nofault-pair} calls it. */
    public enum Kind implements NamedConstant {
        /** Accesses of a pool that nobody disturbs. */
        READ,
        /** The same, each timed alone. */
        LATENCY,
        /** Accesses of what the client has just drawn on another CPU. */
        FRESH,
        /** Accesses after the client has truncated its file to nothing. */
        RECOVERY,
        /** Frames while the client truncates and regrows its file without end. */
        ATTACK;

        /** Whether accesses are so alike that the fastest turn is one that nobody disturbed. */
        public boolean isSteady() {
            return this == READ || this == LATENCY;
        }
    }

    /** Of a whole buffer. */
    static Function<Parameters, Optional<PairMeasurement>> whole(Kind kind) {
        return parameters -> ofBuffer(parameters, kind, size -> Region.whole(size.bytes()), ReadLoop.SUM);
    }

    /** Where everything is lost. */
    static Optional<PairMeasurement> recovery(Parameters parameters) {
        return parameters
                .value("lost")
                .filter("100%"::equals)
                .flatMap(all -> whole(Kind.RECOVERY).apply(parameters));
    }

    static Optional<PairMeasurement> stagedRows(Parameters parameters) {
        ReadLoop kernel = ReadLoop.ofId(parameters.required("kernel"));
        return ofBuffer(parameters, Kind.READ, BufferSize::rows, kernel);
    }

    static Optional<PairMeasurement> damage(Parameters parameters) {
        return ofBuffer(
                parameters,
                Kind.READ,
                size -> Damage.region(size, parameters.required("damage"), parameters.required("shape")),
                ReadLoop.SUM);
    }

    static Optional<PairMeasurement> beginAndEnd(Parameters parameters) {
        return Optional.of(new PairMeasurement(Kind.READ, Region.nothing(), EMPTY_POOL_BYTES, ReadLoop.SUM));
    }

    private static Optional<PairMeasurement> ofBuffer(
            Parameters parameters, Kind kind, Function<BufferSize, Region> region, ReadLoop kernel) {
        return parameters.size().map(size -> new PairMeasurement(kind, region.apply(size), size.bytes(), kernel));
    }
}
