// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry of a table should say.
 *
 * @param values what its figure is the median of; empty where the cell has no figure
 * @param perUnit how many raw units make one of those it is printed in; empty where the entry names its own
 * @param pair with the baseline; empty where there is none
 * @param rows in view of how many comparisons it was judged
 * @param verdicts the words that are right
 * @param count a total, or a single number; empty where the entry is none
 * @param of out of how many
 */
record Claim(Optional<Sorted> values, Optional<Double> perUnit, Optional<RawPair> pair, int rows, Set<String> verdicts,
        Optional<Double> count, Optional<Double> of) {

    static Claim figure(List<Double> values, Optional<Double> perUnit) {
        return of(values.isEmpty() ? Optional.empty() : Optional.of(new Sorted(values)), perUnit);
    }

    static Claim of(Optional<Sorted> values, Optional<Double> perUnit) {
        return new Claim(values, perUnit, Optional.empty(), 0, Set.of(), Optional.empty(), Optional.empty());
    }

    /** The same with a comparison. */
    Claim judged(Standing standing) {
        return new Claim(values, perUnit, Optional.of(standing.pair()), standing.rows(), standing.verdicts(), count, of);
    }

    static Claim number(Optional<Double> number, Optional<Double> of, Optional<Double> perUnit) {
        return new Claim(Optional.empty(), perUnit, Optional.empty(), 0, Set.of(), number, of);
    }
}
