// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

/**
 * Why a cell has no figure. It keeps its row all the same.
 *
 * @param kind which of the three it is
 * @param reason in words
 */
public record Absence(Kind kind, String reason) {

    /** The kinds, with the word that stands where a figure would. */
    public enum Kind {
        /** The machine cannot run it, or it makes no sense there. */
        SKIPPED,
        /** Every fork failed. */
        FAILED,
        /** The run ended before its first fork. */
        PENDING
    }
}
