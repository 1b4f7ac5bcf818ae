// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Locale;
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
    public enum Kind {
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

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether accesses are so alike that the fastest turn is one that nobody disturbed. */
        public boolean isSteady() {
            return this == READ || this == LATENCY;
        }
    }

    static PairMeasurement wholeBuffer(Parameters parameters) {
        return ofWhole(Kind.READ, parameters);
    }

    static PairMeasurement latency(Parameters parameters) {
        return ofWhole(Kind.LATENCY, parameters);
    }

    static PairMeasurement fresh(Parameters parameters) {
        return ofWhole(Kind.FRESH, parameters);
    }

    static PairMeasurement recovery(Parameters parameters) {
        return ofWhole(Kind.RECOVERY, parameters);
    }

    static PairMeasurement attack(Parameters parameters) {
        return ofWhole(Kind.ATTACK, parameters);
    }

    static PairMeasurement stagedRows(Parameters parameters) {
        ReadLoop kernel = ReadLoop.of(parameters.value("kernel").orElseThrow());
        return new PairMeasurement(
                Kind.READ, size(parameters).rows(), size(parameters).bytes(), kernel);
    }

    static PairMeasurement damage(Parameters parameters) {
        Region region = Damage.region(
                size(parameters),
                parameters.value("damage").orElseThrow(),
                parameters.value("shape").orElseThrow());
        return new PairMeasurement(Kind.READ, region, size(parameters).bytes(), ReadLoop.SUM);
    }

    static PairMeasurement beginAndEnd(Parameters parameters) {
        return new PairMeasurement(Kind.READ, Region.nothing(), EMPTY_POOL_BYTES, ReadLoop.SUM);
    }

    private static PairMeasurement ofWhole(Kind kind, Parameters parameters) {
        long bytes = size(parameters).bytes();
        return new PairMeasurement(kind, Region.whole(bytes), bytes, ReadLoop.SUM);
    }

    private static BufferSize size(Parameters parameters) {
        return parameters.size().orElseThrow();
    }
}
