// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * The clock that times single accesses in C: {@code CLOCK_MONOTONIC}, read through the vDSO.
 *
 * @param readingNs mean time of one reading, which every time of an access includes
 * @param resolutionNs the step that every difference between two readings was a multiple of
 */
public record ClockCost(double readingNs, long resolutionNs) {

    /** Measures it by {@code readings} readings, one after the other. */
    public static ClockCost measure(NofaultLibrary library, long readings) {
        return new StructBuilder()
                .word(readings)
                .measure(
                        "clock",
                        "library=" + library.file(),
                        2L * Long.BYTES,
                        result -> new ClockCost((double) result.getLong(0) / readings, result.getLong(Long.BYTES)));
    }
}
