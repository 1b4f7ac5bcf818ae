// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Set;

/**
 * How a comparison may stand in the end.
 *
 * @param pair as the look saw it that it stands by
 * @param rows in view of how many comparisons it was judged
 * @param verdicts the words that are right; more than one only where chance decides which
 */
record Standing(RawPair pair, int rows, Set<String> verdicts) {

    private static final Set<String> DECIDED = Set.of("EQUIVALENT", "FASTER", "SLOWER");

    static boolean isDecided(String verdict) {
        return DECIDED.contains(verdict);
    }

    /** Whether it is decided; both may be where chance decides. */
    boolean mayBe(boolean decided) {
        return verdicts.stream().anyMatch(verdict -> isDecided(verdict) == decided);
    }
}
