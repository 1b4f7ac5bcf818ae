// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Locale;

/** The kinds of answer to a buffer that may shrink; the order is that of {@code enum nfb_family} in C. */
public enum Family {
    UNGUARDED,
    SEALED,
    GUARD,
    NOFAULT,
    COPY;

    /** The family as it is spelled in result files, such as {@code nofault}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
