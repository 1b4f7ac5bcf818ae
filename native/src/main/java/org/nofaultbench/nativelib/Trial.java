// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import java.util.function.Function;

/**
 * A measurement whose parts C alone can time, by its name in {@code trials.c}.
 *
 * @param name such as {@code read-fresh}
 * @param resultBytes size of its result's structure
 */
record Trial(String name, long resultBytes) {

    /** Gives {@code struct nfb_text}. */
    static final Trial KERNEL = new Trial("kernel", 192);

    /** Gives {@code struct nfb_timed}. */
    static final Trial READ_TIMED = new Trial("read-timed", Structs.TIMED_BYTES);

    /** Gives {@code struct nfb_counted}. */
    static final Trial COUNTED_READ = new Trial("counted-read", Structs.OUTCOME_BYTES + 6L * Long.BYTES);

    /** Gives {@code struct nfb_clock}. */
    static final Trial CLOCK = new Trial("clock", 2L * Long.BYTES);

    /** Gives {@code struct nfb_non_user}. */
    static final Trial NON_USER = new Trial("non-user", 2L * Long.BYTES);

    /** Gives {@code struct nfb_timed}. */
    static final Trial READ_FRESH = new Trial("read-fresh", Structs.TIMED_BYTES);

    /** Gives {@code struct nfb_frames}. */
    static final Trial FRAMES = new Trial("frames", Structs.TIMED_BYTES + 6L * Long.BYTES);

    /** Gives {@code struct nfb_hostile}. */
    static final Trial HOSTILE = new Trial("hostile", Structs.TIMED_BYTES + 5L * Long.BYTES);

    /** Gives {@code struct nfb_lifecycle}. */
    static final Trial LIFECYCLE = new Trial("lifecycle", 7L * Long.BYTES);

    /** Gives {@code struct nfb_scaling}. */
    static final Trial SCALING = new Trial("scaling", Structs.TIMED_BYTES + 3L * Long.BYTES);

    /** Gives {@code struct nfb_timed}. */
    static final Trial RECOVERY = new Trial("recovery", Structs.TIMED_BYTES);

    /**
     * Asks it.
     *
     * @param setting the trial's own structure; what {@link Words#memory} takes is given back
     * @param subject what it is asked of, for the message of a failure
     * @param read takes the result before its memory is given back
     */
    <T> T ask(Words setting, String subject, Function<Memory, T> read) {
        try (Memory in = setting.memory();
                Memory out = new Memory(resultBytes)) {
            out.clear();
            Results.check(LibNofault.nfb_trial(name, in, in.size(), out, resultBytes), name, subject, 0);
            return read.apply(out);
        }
    }
}
