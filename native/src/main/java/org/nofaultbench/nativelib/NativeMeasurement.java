// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import java.util.function.Function;

/**
 * A measurement whose parts C alone can time, by its name in {@code measurements.c}.
 *
 * @param name such as {@code read-fresh}
 * @param resultBytes size of its result's structure
 */
record NativeMeasurement(String name, long resultBytes) {

    /** Gives {@code struct nfb_text}. */
    static final NativeMeasurement READ_LOOP = new NativeMeasurement("read-loop", 192);

    /** Gives {@code struct nfb_placement_info}. */
    static final NativeMeasurement PLACEMENT = new NativeMeasurement("placement", 2L * Long.BYTES + 192);

    /** Gives {@code struct nfb_timed}. */
    static final NativeMeasurement READ_TIMED = new NativeMeasurement("read-timed", Structs.TIMED_BYTES);

    /** Gives {@code struct nfb_counted}. */
    static final NativeMeasurement COUNTED_READ =
            new NativeMeasurement("counted-read", Structs.OUTCOME_BYTES + 6L * Long.BYTES);

    /** Gives {@code struct nfb_clock}. */
    static final NativeMeasurement CLOCK = new NativeMeasurement("clock", 2L * Long.BYTES);

    /** Gives {@code struct nfb_non_user}. */
    static final NativeMeasurement NON_USER = new NativeMeasurement("non-user", 2L * Long.BYTES);

    /** Gives {@code struct nfb_timed}. */
    static final NativeMeasurement READ_FRESH = new NativeMeasurement("read-fresh", Structs.TIMED_BYTES);

    /** Gives {@code struct nfb_frames}. */
    static final NativeMeasurement FRAMES = new NativeMeasurement("frames", Structs.TIMED_BYTES + 6L * Long.BYTES);

    /** Gives {@code struct nfb_hostile}. */
    static final NativeMeasurement HOSTILE = new NativeMeasurement("hostile", Structs.TIMED_BYTES + 7L * Long.BYTES);

    /** Gives {@code struct nfb_lifecycle}. */
    static final NativeMeasurement LIFECYCLE = new NativeMeasurement("lifecycle", 7L * Long.BYTES);

    /** Gives {@code struct nfb_scaling}. */
    static final NativeMeasurement SCALING = new NativeMeasurement("scaling", Structs.TIMED_BYTES + 3L * Long.BYTES);

    /** Gives {@code struct nfb_timed}. */
    static final NativeMeasurement RECOVERY = new NativeMeasurement("recovery", Structs.TIMED_BYTES);

    /**
     * Asks it.
     *
     * @param setting the measurement's own structure; what {@link StructBuilder#memory} takes is given back
     * @param subject what it is asked of, for the message of a failure
     * @param read takes the result before its memory is given back
     */
    <T> T ask(StructBuilder setting, String subject, Function<Memory, T> read) {
        try (Memory in = setting.memory();
                Memory out = new Memory(resultBytes)) {
            out.clear();
            NativeException.check(LibNofault.nfb_measure(name, in, in.size(), out, resultBytes), name, subject, 0);
            return read.apply(out);
        }
    }
}
