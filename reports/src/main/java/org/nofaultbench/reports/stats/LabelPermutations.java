// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.stats;

import java.util.BitSet;
import java.util.List;

/**
 * Are the two runs different? Answered for a whole table at once, so that a table in which nothing changed shows
 * any difference as seldom as one row would.
 *
 * <p>If a row did not change, any of its forks could as well have been one of the other run: the labels "base" and "new" are
 * dealt anew and the rows counted by {@link StepDown}. Rows with as many forks get the same deal, which keeps what ties them
 * to one another; other rows have deals of their own, which errs on the safe side. What all rows moved by together is taken
 * back first: it tells the labels apart in every row, and a table of a run that was a little slower would look like one in
 * which something changed. No shape of the noise is assumed. Where
 * deals are drawn, the real one counts as one of them (Phipson and Smyth, Statistical Applications in Genetics and Molecular
 * Biology 9, 2010, article 39).
 */
final class LabelPermutations {

    /** P values that are printed should be good for a digit. */
    private static final int FEWEST = 512;

    private final List<PooledForks> rows;
    private final BitSet wanted;

    /**
     * @param rows both sides of each row
     * @param shared what all rows of the new run moved by together and may have, in logarithms
     * @param wanted rows whose p value must be fine enough for a verdict
     */
    LabelPermutations(List<UnpairedForks> rows, double shared, BitSet wanted) {
        this.rows = rows.stream().map(row -> new PooledForks(row, shared)).toList();
        this.wanted = wanted;
    }

    /** The least p value of so many forks: two deals, the real one and its mirror image, among all. */
    static double leastP(int base, int next) {
        return 2 / LabelAssignments.of(base, next);
    }

    /** One p value a row, each for the whole table. */
    double[] pValues() {
        if (rows.isEmpty()) {
            return new double[0];
        }
        double[] observed = rows.stream().mapToDouble(PooledForks::extreme).toArray();
        LabelAssignments deals =
                new LabelAssignments(rows.stream().map(PooledForks::shape).toList());
        StepDown rowsLeft = new StepDown(observed, FEWEST);
        if (!deals.areAll()) {
            rowsLeft.add(observed);
        }
        deals.deal(hands -> {
            rowsLeft.add(rows.stream()
                    .mapToDouble(row -> row.extreme(hands.get(row.shape())))
                    .toArray());
            return !rowsLeft.isSettled(wanted, RunComparisons.ALPHA, deals.planned());
        });
        return rowsLeft.pValues();
    }
}
