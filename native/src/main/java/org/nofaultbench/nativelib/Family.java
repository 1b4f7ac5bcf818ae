// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * The kinds of answer to a buffer that may shrink; the order is that of {@code enum nfb_family} in C, which has all but
 * the last.
 */
public enum Family implements NamedConstant {
    UNGUARDED,
    SEALED,
    GUARD,
    NOFAULT,
    COPY,
    /** Read by a loop in Java, and so compared with nothing that is read by one in C. */
    JVM
}
