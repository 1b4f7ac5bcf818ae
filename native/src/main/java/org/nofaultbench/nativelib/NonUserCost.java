// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * What memory costs a program that uses no guard and no flag.
 *
 * @param totalNs time of all events
 * @param events minor faults as the kernel counts them, pairs of map and unmap, or forks
 */
public record NonUserCost(long totalNs, long events) {

    /** {@code enum nfb_non_user_shape}, in its order. */
    public enum Shape {
        FAULT_ANONYMOUS,
        FAULT_PRIVATE_FILE,
        FAULT_SHARED_FILE,
        MAP_UNMAP,
        FORK_EXIT
    }

    /** Measures {@code repeats} mappings of {@code bytes} each, one after the other. */
    public static NonUserCost measure(NofaultLibrary library, Shape shape, long bytes, long repeats) {
        return new StructBuilder()
                .word(shape.ordinal())
                .word(bytes)
                .word(repeats)
                .measure(
                        "non-user",
                        "library=" + library.file() + ", shape=" + shape + ", bytes=" + bytes,
                        2L * Long.BYTES,
                        result -> new NonUserCost(result.getLong(0), result.getLong(Long.BYTES)));
    }

    /** Mean time of one. */
    public double eventNs() {
        return (double) totalNs / events;
    }
}
