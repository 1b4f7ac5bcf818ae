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
    static List<CostClass> sorted(List<PendingComparison> all, Forks pairs, Forks jmh) {
        Predicate<PendingComparison> paired = comparison -> comparison.pair().isPresent();
        Predicate<PendingComparison> steady = comparison -> comparison
                .pair()
                .filter(pair -> pair.measurement().kind().isSteady())
                .isPresent();
        Predicate<PendingComparison> paced =
                comparison -> comparison.cell().workload().isPaced();
        Predicate<PendingComparison> inJava = comparison -> comparison.cell().inJava();
        List<CostClass> classes = new ArrayList<>();
        add(classes, all, steady, pairs);
        add(classes, all, paired.and(steady.negate()), pairs);
        add(classes, all, paired.or(inJava).or(paced).negate(), jmh);
        add(classes, all, inJava.and(paced.or(paired).negate()), jmh);
        add(classes, all, paced.and(paired.negate()), jmh);
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
