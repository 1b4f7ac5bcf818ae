// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/** Counts in sentences. */
public final class Plural {

    private Plural() {}

    /** {@code 1 round}, {@code 2 rounds}. */
    public static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
