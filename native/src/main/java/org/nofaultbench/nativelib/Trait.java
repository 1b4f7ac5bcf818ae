// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a strategy declares of itself; the ordinal is the bit in {@code enum nfb_trait} in C. */
public enum Trait {
    /** A read of a pool that the client has shrunk returns instead of killing the process. */
    SURVIVES_TRUNCATION,
    /** The caller learns that bytes were lost. */
    TELLS_LOSS,
    /** Pages that still exist keep their bytes when others are lost. */
    KEEPS_VALID_PAGES,
    /** A read that lost bytes goes on over zeros; without this trait it is abandoned at the first lost page. */
    READS_ZEROS,
    /** The mapping can be written, as screen capture must. */
    WRITABLE,
    /** Works only where the client has sealed its file against shrinking. */
    NEEDS_CLIENT,
    /** Works only on a kernel that carries the proposed flag. */
    NEEDS_KERNEL_PATCH,
    /** Stands in for a strategy that this kernel cannot run, and must be labelled so wherever it is shown. */
    STAND_IN;

    /** The trait as it is spelled in result files, such as {@code tells-loss}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<Trait> ofBits(int bits) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : values()) {
            if ((bits & (1 << trait.ordinal())) != 0) {
                traits.add(trait);
            }
        }
        return traits;
    }
}
