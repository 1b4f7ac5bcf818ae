// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Comparisons whose forks cost about the same. The cheapest lane is measured first up to each look: when the time ends, most
 * comparisons have what a verdict needs, and not all of them a part of it.
 *
 * @param rows in display order
 * @param forks what measures them
 */
record Lane(List<OpenRow> rows, Forks forks) {

    static List<Lane> of(List<OpenRow> rows, Forks pairs, Forks alone, Forks jmh) {
        List<Lane> lanes = new ArrayList<>();
        Predicate<OpenRow> inOneProcess = row -> row.pair().isPresent();
        Predicate<OpenRow> inC = inOneProcess.negate()
                .and(row -> AloneForks.has(row.cell()) && AloneForks.has(row.baseline()));
        Predicate<OpenRow> rest = inOneProcess.or(inC).negate();
        Predicate<OpenRow> paced = row -> row.cell().workload().keepsPace();
        Predicate<OpenRow> inJava = row -> row.cell().inJava();
        add(lanes, rows, inOneProcess, pairs);
        add(lanes, rows, inC.and(paced.negate()), alone);
        add(lanes, rows, inC.and(paced), alone);
        add(lanes, rows, rest.and(inJava.or(paced).negate()), jmh);
        add(lanes, rows, rest.and(inJava).and(paced.negate()), jmh);
        add(lanes, rows, rest.and(paced), jmh);
        return lanes;
    }

    private static void add(List<Lane> lanes, List<OpenRow> rows, Predicate<OpenRow> which, Forks forks) {
        List<OpenRow> own = rows.stream().filter(which).toList();
        if (!own.isEmpty()) {
            lanes.add(new Lane(own, forks));
        }
    }
}
