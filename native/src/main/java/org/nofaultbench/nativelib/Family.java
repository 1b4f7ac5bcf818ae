// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Locale;

/**
 * The kinds of answer to a buffer that may shrink; the order is that of {@code enum nfb_family} in C, which has all but
 * the last.
 */
public enum Family {
    UNGUARDED,
    SEALED,
    GUARD,
    NOFAULT,
    COPY,
    /** Read by a loop in Java, and so compared with nothing that is read by one in C. */
    JVM;

    /** The family as it is spelled in result files, such as {@code nofault}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
