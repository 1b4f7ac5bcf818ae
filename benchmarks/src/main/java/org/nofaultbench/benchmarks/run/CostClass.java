// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Comparisons whose forks cost about the same. The cheapest class is measured first up to each look: when the time ends, most
 * comparisons have what a verdict needs, and not all of them a part of it.
 *
 * @param comparisons in display order
 * @param forks what measures them
 */
record CostClass(List<PendingComparison> comparisons, Forks forks) {

    /** Every comparison in one class, cheapest first. */
    static List<CostClass> sorted(List<PendingComparison> all, Forks pairs, Forks inC, Forks jmh) {
        Predicate<PendingComparison> paced = comparison -> comparison.cell().workload().isPaced();
        Predicate<PendingComparison> inJava = comparison -> comparison.cell().inJava();
        List<PendingComparison> paired = new ArrayList<>();
        List<PendingComparison> measuredInC = new ArrayList<>();
        List<PendingComparison> byJmh = new ArrayList<>();
        for (PendingComparison comparison : all) {
            if (comparison.pair().isPresent()) {
                paired.add(comparison);
            } else if (comparison.cells().stream().allMatch(cell -> cell.faultPathMeasurement().isPresent())) {
                measuredInC.add(comparison);
            } else {
                byJmh.add(comparison);
            }
        }
        List<CostClass> classes = new ArrayList<>();
        add(classes, paired, comparison -> true, pairs);
        add(classes, measuredInC, paced.negate(), inC);
        add(classes, measuredInC, paced, inC);
        add(classes, byJmh, inJava.or(paced).negate(), jmh);
        add(classes, byJmh, inJava.and(paced.negate()), jmh);
        add(classes, byJmh, paced, jmh);
        return classes;
    }

    private static void add(
            List<CostClass> classes, List<PendingComparison> all, Predicate<PendingComparison> which, Forks forks) {
        List<PendingComparison> own = all.stream().filter(which).toList();
        if (!own.isEmpty()) {
            classes.add(new CostClass(own, forks));
        }
    }
}
